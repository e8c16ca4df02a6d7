"""OpenAI's own client for Python, unchanged but for its address."""

import asyncio
import enum
import json
import os
import sys
import traceback
import urllib.request

import openai
from pydantic import BaseModel

BASE = os.environ["MADANG_SITE"] + "/openai/v1"
client = openai.OpenAI(base_url=BASE, api_key=os.environ["MADANG_KEY"], max_retries=0, timeout=20)
counts = {"passed": 0, "failed": 0}
WEATHER = {
    "type": "function",
    "function": {
        "name": "weather",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}


def step(work):
    name = "python: " + work.__doc__
    try:
        work()
        counts["passed"] += 1
        print("ok   ", name)
    except Exception:
        counts["failed"] += 1
        print("FAIL ", name, traceback.format_exc(limit=3), sep="\n      ")
    return work


def said(content):
    return [{"role": "user", "content": content}]


def ask(content, **more):
    return client.chat.completions.create(model="wire", messages=said(content), **more)


def raises(kind, work):
    try:
        work()
    except kind as error:
        return error
    raise AssertionError(f"no {kind.__name__}")


@step
def models():
    """models are listed"""
    assert "wire" in [model.id for model in client.models.list()]
    assert client.models.retrieve("wire").id == "wire"


@step
def chat():
    """a chat with its usage"""
    answer = ask("연차는 며칠?", max_completion_tokens=50, temperature=0)
    assert answer.choices[0].message.content == "연차는 15일이에요."
    assert answer.usage.total_tokens == 15


@step
def raw():
    """the response behind an answer"""
    response = client.chat.completions.with_raw_response.create(model="wire", messages=said("연차는?"))
    assert response.status_code == 200
    assert response.parse().choices[0].finish_reason == "stop"


@step
def streamed():
    """a stream, whose last chunk counts"""
    chunks = list(ask("연차는?", stream=True, stream_options={"include_usage": True}))
    assert "".join(c.choices[0].delta.content or "" for c in chunks if c.choices) == "연차는 15일이에요."
    assert chunks[-1].choices == [] and chunks[-1].usage.completion_tokens == 3
    assert [c.choices[0].finish_reason for c in chunks if c.choices][-1] == "stop"


@step
def asynchronous():
    """the same without blocking"""

    async def run():
        async with openai.AsyncOpenAI(base_url=BASE, api_key=os.environ["MADANG_KEY"]) as other:
            stream = await other.chat.completions.create(model="wire", messages=said("연차는?"), stream=True)
            return "".join([c.choices[0].delta.content or "" async for c in stream if c.choices])

    assert asyncio.run(run()) == "연차는 15일이에요."


@step
def released():
    """a released tool is a model with its citations"""
    model = "tool-" + os.environ["MADANG_TOOL"]
    assert model in [each.id for each in client.models.list()]
    assert client.models.retrieve(model).id == model
    answer = client.chat.completions.create(model=model, messages=said("극지 쇄빙선 숙박비는?"))
    assert answer.choices[0].message.content
    assert answer.model_extra["citations"][0]["documentName"] == "출장여비.txt"
    stream = client.chat.completions.create(model=model, messages=said("극지 쇄빙선 숙박비는?"), stream=True)
    chunks = [chunk for chunk in stream]
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
    assert text == answer.choices[0].message.content
    assert any("citations" in (chunk.model_extra or {}) for chunk in chunks)


@step
def tools():
    """a tool is called and its result goes back"""
    messages = said("서울 날씨는?")
    first = client.chat.completions.create(model="wire", messages=messages, tools=[WEATHER])
    call = first.choices[0].message.tool_calls[0]
    assert (call.function.name, json.loads(call.function.arguments)) == ("weather", {"city": "서울"})
    messages += [first.choices[0].message, {"role": "tool", "tool_call_id": call.id, "content": "맑음"}]
    second = client.chat.completions.create(model="wire", messages=messages, tools=[WEATHER])
    assert second.choices[0].message.content == "도구가 말하기를 맑음"


@step
def streamed_tools():
    """a tool's call comes together from a stream"""
    with client.chat.completions.stream(model="wire", messages=said("서울 날씨는?"), tools=[WEATHER]) as stream:
        stream.until_done()
        whole = stream.get_final_completion().choices[0]
    assert whole.finish_reason == "tool_calls"
    assert json.loads(whole.message.tool_calls[0].function.arguments) == {"city": "서울"}


class Unit(enum.Enum):
    DAY = "day"
    HOUR = "hour"


class Leave(BaseModel):
    days: int
    unit: Unit


@step
def schema():
    """an answer by a schema is parsed"""
    answer = client.chat.completions.parse(model="wire", messages=said("연차는?"), response_format=Leave)
    assert answer.choices[0].message.parsed == Leave(days=15, unit=Unit.DAY)


@step
def vectors():
    """texts become vectors, as numbers and as base64"""
    answer = client.embeddings.create(model="wire-vectors", input=["가", "나다"])
    plain = client.embeddings.create(model="wire-vectors", input=["가", "나다"], encoding_format="float")
    assert len(answer.data) == 2 and answer.data[1].index == 1
    pairs = zip(answer.data[1].embedding, plain.data[1].embedding, strict=True)
    assert all(abs(a - b) < 1e-6 for a, b in pairs)


@step
def failures():
    """failures are of their own classes"""
    stranger = openai.OpenAI(base_url=BASE, api_key="mdg_wrong", max_retries=0)
    raises(openai.AuthenticationError, stranger.models.list)
    error = raises(
        openai.NotFoundError, lambda: client.chat.completions.create(model="nobody", messages=said("x"))
    )
    assert (error.code, error.param) == ("model_not_found", "model")
    error = raises(openai.BadRequestError, lambda: ask("x", temperature=9))
    assert error.param == "temperature"
    error = raises(openai.BadRequestError, lambda: ask("긴 글 " * 20_000))
    assert error.code == "context_length_exceeded"


@step
def leaving():
    """who leaves a stream leaves the vendor too"""
    with ask("endless", stream=True) as stream:
        assert next(iter(stream)) is not None
    with urllib.request.urlopen(os.environ["MADANG_VENDOR"] + "/left", timeout=10) as left:
        assert left.status == 200


@step
def too_often():
    """who asks too often is told when to come back"""

    async def run():
        async with openai.AsyncOpenAI(base_url=BASE, api_key=os.environ["MADANG_KEY"], max_retries=0) as other:
            calls = (other.models.list() for _ in range(200))
            return await asyncio.gather(*(asyncio.ensure_future(awaited(call)) for call in calls), return_exceptions=True)

    async def awaited(call):
        return await call

    refused = [outcome for outcome in asyncio.run(run()) if isinstance(outcome, Exception)]
    assert 0 < len(refused) < 200, len(refused)
    assert all(isinstance(error, openai.RateLimitError) for error in refused), refused[0]
    assert int(refused[0].response.headers["retry-after"]) > 0


print(f"{counts['passed']} passed, {counts['failed']} failed")
sys.exit(1 if counts["failed"] else 0)
