package app.madang.runtime.web;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Caller;
import app.madang.runtime.FileAnswer;
import app.madang.runtime.Healthy;
import app.madang.runtime.Locales;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ServerEvent;
import app.madang.runtime.Trace;
import app.madang.runtime.contract.OperationTable;
import app.madang.runtime.event.OutboxPublisher;
import app.madang.runtime.event.PushEndpoint;
import app.madang.runtime.security.Authentication;
import app.madang.runtime.telemetry.Served;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** One request from its first byte to its last: trace, language, caller, operation, answer. */
public final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final String EVENTS = "/events/";

  private final OperationTable table;
  private final OperationBeans beans;
  private final RequestBinder binder;
  private final Authentication authentication;
  private final Idempotency idempotency;
  private final PushEndpoint push;
  private final OutboxPublisher outbox;
  private final JsonMapper json;
  private final Served served;
  private final List<Healthy> parts;
  private final RunningCalls calls;

  Dispatcher(
      OperationTable table,
      OperationBeans beans,
      RequestBinder binder,
      Authentication authentication,
      Idempotency idempotency,
      PushEndpoint push,
      OutboxPublisher outbox,
      JsonMapper json,
      Served served,
      List<Healthy> parts,
      RunningCalls calls) {
    this.table = table;
    this.beans = beans;
    this.binder = binder;
    this.authentication = authentication;
    this.idempotency = idempotency;
    this.push = push;
    this.outbox = outbox;
    this.json = json;
    this.served = served;
    this.parts = List.copyOf(parts);
    this.calls = calls;
  }

  /** Answers a request; never throws but for a broken connection. */
  public void dispatch(HttpRequest request, HttpResponse response) throws IOException {
    boolean taken = calls.began();
    try {
      dispatch(request, response, taken);
    } finally {
      if (taken) {
        calls.ended();
      }
    }
  }

  private void dispatch(HttpRequest request, HttpResponse response, boolean taken)
      throws IOException {
    Trace trace = Trace.continued(request.getFirstHeader("traceparent").orElse(null));
    IOException[] broken = new IOException[1];
    trace.run(
        () ->
            Locales.runIn(
                Locales.choose(request.getFirstHeader("Accept-Language").orElse(null)),
                () -> {
                  try {
                    served.measured(
                        request.getMethod(),
                        hop -> answer(request, new NotedResponse(response, hop), hop, taken));
                  } catch (IOException e) {
                    broken[0] = e;
                  }
                }));
    if (broken[0] != null) {
      throw broken[0];
    }
  }

  private void answer(HttpRequest request, HttpResponse response, Served.Hop hop, boolean taken)
      throws IOException {
    response.appendHeader("X-Request-Id", Trace.current().traceId());
    response.appendHeader("X-Content-Type-Options", "nosniff");
    if (!taken) {
      // another instance takes it, over another connection
      response.appendHeader("Connection", "close");
      response.appendHeader("Retry-After", "1");
      problem(response, new ProblemException(ProblemCode.UNAVAILABLE));
      return;
    }
    try {
      if (request.getPath().equals("/healthz")) {
        boolean well = parts.stream().allMatch(Healthy::healthy);
        byte[] word = (well ? "ok" : "a part has failed").getBytes(StandardCharsets.UTF_8);
        send(response, well ? 200 : ProblemCode.UNAVAILABLE.status(), "text/plain", word);
      } else if (request.getPath().startsWith(EVENTS)) {
        hop.route(EVENTS + "{subscription}");
        push.accept(request, request.getPath().substring(EVENTS.length()));
        hop.route(request.getPath());
        outbox.publishPending();
        response.setStatusCode(204);
      } else {
        operate(request, response, hop);
      }
    } catch (ProblemException e) {
      problem(response, e);
    } catch (IOException e) {
      // the reader left; there is nobody to tell
      LOG.debug("Connection gone: {}", e.getMessage());
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problem(response, new ProblemException(ProblemCode.UNAVAILABLE));
    } catch (Exception e) {
      LOG.error("{} {} failed", request.getMethod(), request.getPath(), e);
      problem(response, e);
    } finally {
      outbox.publishPending();
    }
  }

  private void operate(HttpRequest request, HttpResponse response, Served.Hop hop)
      throws Exception {
    OperationTable.Match match = table.match(request.getMethod(), request.getPath());
    hop.route(match.operation().path());
    if (match.operation().foreign()) {
      beans.foreign(match.operation().id()).serve(request, response);
    } else if (match.operation().internal()) {
      authentication.requireService(request);
      call(request, match, response);
    } else {
      Caller caller = authentication.person(request);
      Caller.callAs(
          caller,
          () -> {
            call(request, match, response);
            return true;
          });
    }
  }

  @SuppressWarnings("unchecked")
  private void call(HttpRequest request, OperationTable.Match match, HttpResponse response)
      throws IOException, InterruptedException {
    OperationBeans.Bean bean = beans.operation(match.operation().id());
    RequestBinder.Bound bound = binder.bind(request, match, bean.inputType());
    String key = request.getFirstHeader(Idempotency.HEADER).orElse(null);
    if (key != null && match.operation().keepsFirstAnswer()) {
      Idempotency.Answer answer =
          idempotency.once(
              key,
              match,
              request.getQuery().orElse(""),
              bound.body(),
              () -> encode(match, bean.apply(bound.input())));
      outbox.publishPending();
      send(response, answer.status(), "application/json", answer.body());
      return;
    }
    Object result = bean.apply(bound.input());
    outbox.publishPending();
    if (result instanceof Publisher<?> events) {
      EventStream.write((Publisher<ServerEvent>) events, response, json);
    } else if (result instanceof FileAnswer file) {
      response.appendHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
      send(response, match.operation().status(), file.contentType(), file.bytes());
    } else {
      Idempotency.Answer answer = encode(match, result);
      send(response, answer.status(), "application/json", answer.body());
    }
  }

  private Idempotency.Answer encode(OperationTable.Match match, @Nullable Object result) {
    byte[] body = result == null ? new byte[0] : json.writeValueAsBytes(result);
    return new Idempotency.Answer(match.operation().status(), body);
  }

  private void problem(HttpResponse response, Throwable error) throws IOException {
    Problems.Problem problem = Problems.of(error);
    if (problem.status() == ProblemCode.UNAUTHENTICATED.status()) {
      response.appendHeader("WWW-Authenticate", "Bearer");
    }
    send(response, problem.status(), "application/problem+json", json.writeValueAsBytes(problem));
  }

  private static void send(HttpResponse response, int status, String type, byte[] body)
      throws IOException {
    response.setStatusCode(status);
    response.appendHeader("Cache-Control", "no-store");
    if (body.length > 0) {
      response.setContentType(type);
      response.getOutputStream().write(body);
    }
  }
}
