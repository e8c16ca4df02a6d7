package app.madang.functions.chat.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.models.Completion;
import app.madang.models.Completion.Finish;
import app.madang.models.Tokens;
import com.google.cloud.functions.HttpResponse;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CompletionStreamTest {

  private static final Completion WHOLE =
      new Completion("a", List.of(), Finish.STOP, new Tokens(1, 0, 1, false));

  private final Answered answered = new Answered();
  private final CompletionStream stream = new CompletionStream(answered, "chatcmpl-1", 1, "alpha");

  @Test
  void whoMayReadNoMoreIsToldSo() {
    stream.text("하나");
    stream.end(OpenAiProblem.badKey());
    assertThat(answered.text())
        .contains("하나")
        .contains("\"code\":\"invalid_api_key\"")
        .endsWith("data: [DONE]\n\n")
        .doesNotContain("\"finish_reason\":\"stop\"");
    assertThat(stream.cancelled()).isTrue();
    String told = answered.text();
    stream.text("둘");
    stream.finish(WHOLE, true);
    stream.end(OpenAiProblem.badKey());
    assertThat(answered.text()).isEqualTo(told);
  }

  @Test
  void beforeTheFirstPieceNothingIsSentAndItIsKnown() {
    stream.end(OpenAiProblem.badKey());
    assertThat(answered.text()).isEmpty();
    assertThat(stream.begun()).isFalse();
    assertThat(stream.ended()).isNotNull();
  }

  @Test
  void whatIsWholeStaysSo() {
    stream.text("하나");
    stream.finish(WHOLE, false);
    stream.end(OpenAiProblem.badKey());
    assertThat(stream.ended()).isNull();
    assertThat(answered.text()).doesNotContain("error").containsOnlyOnce("[DONE]");
  }

  private static final class Answered implements HttpResponse {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, List<String>> headers = new TreeMap<>();

    String text() {
      return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void setStatusCode(int code) {}

    @Override
    public void setStatusCode(int code, String message) {}

    @Override
    public void setContentType(String contentType) {}

    @Override
    public Optional<String> getContentType() {
      return Optional.empty();
    }

    @Override
    public void appendHeader(String header, String value) {
      headers.put(header, List.of(value));
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return headers;
    }

    @Override
    public OutputStream getOutputStream() {
      return out;
    }

    @Override
    public BufferedWriter getWriter() {
      return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
  }
}
