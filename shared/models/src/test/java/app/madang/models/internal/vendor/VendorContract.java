package app.madang.models.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.madang.models.Completion;
import app.madang.models.Completion.Finish;
import app.madang.models.ModelClient;
import app.madang.models.ModelFailure;
import app.madang.models.ModelFailure.Kind;
import app.madang.models.ModelMessage.FromModel;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelMessage.Image;
import app.madang.models.ModelMessage.SystemText;
import app.madang.models.ModelMessage.Text;
import app.madang.models.ModelMessage.ToolCall;
import app.madang.models.ModelMessage.ToolResult;
import app.madang.models.ModelRequest;
import app.madang.models.ModelRequest.Effort;
import app.madang.models.ModelRequest.Format;
import app.madang.models.ModelRequest.Sampling;
import app.madang.models.ModelRequest.Tool;
import app.madang.models.ModelRequest.ToolChoice;
import app.madang.models.Patience;
import app.madang.models.Tokens;
import app.madang.models.catalogue.EffortStyle;
import app.madang.models.catalogue.ProviderKind;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.Script.Ending;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every vendor's client does, over the vendor's wire format. */
@Timeout(20)
abstract class VendorContract {

  static final Patience SHORT =
      new Patience(Duration.ofMillis(1500), Duration.ofMillis(900), Duration.ofSeconds(6));
  static final ModelRequest HELLO =
      ModelRequest.of(List.of(new SystemText("짧게"), FromPerson.of("안녕하세요")))
          .withSampling(Sampling.defaults().withMaxOutputTokens(64));

  final VendorStandIn vendor = new VendorStandIn();
  private final VendorClients clients = new VendorClients();

  abstract ProviderKind kind();

  abstract WireDialect dialect();

  /** The header that carries the key, as the vendor wants it. */
  abstract String keyHeader();

  abstract String keyValue();

  /** Where the model's limit of output tokens stands in the call. */
  abstract String maxTokens(Received call);

  /** Whether a picture's bytes are in the call. */
  abstract boolean shows(Received call, String base64);

  final ModelClient client() {
    return client(EffortStyle.LEVEL, true);
  }

  final ModelClient client(EffortStyle effort, boolean sampling) {
    return clients.client(
        new Endpoint(kind(), vendor.baseUrl(dialect()), "model-x", effort, sampling),
        () -> Optional.of("sk-secret"));
  }

  @AfterEach
  void stop() throws Exception {
    clients.close();
    vendor.close();
  }

  /** Gemini does not charge for what its own cache takes up, and does not count it. */
  private int written() {
    return dialect() == WireDialect.GEMINI ? 0 : Script.WRITTEN_TOKENS;
  }

  @Test
  void streamsPiecesInOrderAndCountsTokens() {
    vendor.behaves(Script.says("안녕", "하", "세요 😀"));
    Heard heard = new Heard();
    Completion answer = client().stream(HELLO, heard, SHORT);
    assertThat(heard.pieces()).containsExactly("안녕", "하", "세요 😀");
    assertThat(answer)
        .isEqualTo(
            new Completion(
                "안녕하세요 😀",
                List.of(),
                Finish.STOP,
                new Tokens(Script.INPUT_TOKENS, Script.CACHED_TOKENS, written(), 3, false)));
  }

  @Test
  void answersAtOnce() {
    vendor.behaves(Script.says("둘", "셋"));
    Completion answer = client().call(HELLO, SHORT);
    assertThat(answer.text()).isEqualTo("둘셋");
    assertThat(answer.tokens())
        .isEqualTo(new Tokens(Script.INPUT_TOKENS, Script.CACHED_TOKENS, written(), 2, false));
  }

  @Test
  void putsTheKeyWhereTheVendorLooksAndNowhereElse() {
    client().call(HELLO, SHORT);
    Received call = vendor.received().remove();
    assertThat(call.headers()).containsEntry(keyHeader(), keyValue());
    assertThat(call.path()).doesNotContain("secret");
    assertThat(call.body().toString()).doesNotContain("secret").contains("안녕하세요", "짧게");
    assertThat(call.headers().toString()).doesNotContain("on-the-wire").doesNotContain("angChain");
    assertThat(maxTokens(call)).isEqualTo("64");
  }

  @Test
  void carriesToolsThereAndBack() {
    vendor.behaves(Script.calls("lookup", "{\"q\":\"휴가\"}"));
    Heard heard = new Heard();
    Completion answer = client().stream(withTool(HELLO), heard, SHORT);
    assertThat(answer.finish()).isEqualTo(Finish.TOOL_CALLS);
    assertThat(answer.calls()).hasSize(1);
    assertThat(answer.calls().getFirst().name()).isEqualTo("lookup");
    assertThat(heard.arguments().replace(" ", "")).isEqualTo("{\"q\":\"휴가\"}");
    String asked = vendor.received().remove().body().toString();
    assertThat(asked).contains("lookup", "찾는다", "\"q\"", "minLength");

    vendor.behaves(Script.says("15일"));
    ToolCall call = new ToolCall("call_1", "lookup", "{\"q\":\"휴가\"}");
    client()
        .call(
            withTool(
                HELLO.withMessages(
                    List.of(
                        FromPerson.of("휴가?"),
                        new FromModel(null, List.of(call)),
                        new ToolResult("call_1", "lookup", "열다섯 날")))),
            SHORT);
    assertThat(vendor.received().remove().body().toString()).contains("열다섯 날", "lookup");
  }

  static ModelRequest withTool(ModelRequest request) {
    return new ModelRequest(
        request.messages(),
        List.of(
            new Tool(
                "lookup",
                "찾는다",
                "{\"type\":\"object\",\"properties\":{\"q\":{\"type\":\"string\",\"minLength\":1}},\"required\":[\"q\"]}",
                null)),
        ToolChoice.REQUIRED,
        Format.text(),
        request.sampling());
  }

  @Test
  void asksForJsonByASchema() {
    vendor.behaves(Script.says("{\"days\":15}"));
    ModelRequest asked =
        new ModelRequest(
            HELLO.messages(),
            List.of(),
            ToolChoice.AUTO,
            new Format(
                Format.Kind.SCHEMA,
                "leave",
                "{\"type\":\"object\",\"properties\":{\"days\":{\"type\":\"integer\"}},\"required\":[\"days\"],\"additionalProperties\":false}",
                true),
            HELLO.sampling());
    assertThat(client().call(asked, SHORT).text()).isEqualTo("{\"days\":15}");
    assertThat(vendor.received().remove().body().toString()).contains("days", "integer");
  }

  @Test
  void asksForAnyJson() {
    vendor.behaves(Script.says("{\"days\":15}"));
    ModelRequest asked =
        new ModelRequest(
            HELLO.messages(),
            List.of(),
            ToolChoice.AUTO,
            new Format(Format.Kind.JSON, null, null, false),
            HELLO.sampling());
    assertThat(client().call(asked, SHORT).text()).isEqualTo("{\"days\":15}");
    assertThat(client().stream(asked, new Heard(), SHORT).text()).isEqualTo("{\"days\":15}");
    assertThat(vendor.received().remove().body().toString().toLowerCase(Locale.ROOT))
        .contains("json");
  }

  @Test
  void showsPictures() {
    client()
        .call(
            HELLO.withMessages(
                List.of(
                    new FromPerson(
                        List.of(new Text("뭐지?"), new Image("image/png", "iVBORw0KGgo="))))),
            SHORT);
    assertThat(shows(vendor.received().remove(), "iVBORw0KGgo=")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(EffortStyle.class)
  void takesAnEffortInTheWayOfTheModel(EffortStyle style) {
    vendor.behaves(Script.says("생각했다"));
    Sampling sampling = new Sampling(null, null, 32_000, List.of("끝"), Effort.HIGH);
    assertThat(client(style, true).stream(HELLO.withSampling(sampling), new Heard(), SHORT).text())
        .isEqualTo("생각했다");
    String body = vendor.received().remove().body().toString();
    assertThat(body).contains("끝");
    assertThat(body.contains("high"))
        .as("a level is told to those who take levels")
        .isEqualTo(style == EffortStyle.LEVEL);
  }

  @Test
  void leavesOutWhatAModelDoesNotTake() {
    Sampling sampling = new Sampling(0.25, 0.75, 64, List.of(), null);
    client(EffortStyle.NONE, true).call(HELLO.withSampling(sampling), SHORT);
    assertThat(vendor.received().remove().body().toString()).contains("0.25", "0.75");
    client(EffortStyle.NONE, false).call(HELLO.withSampling(sampling), SHORT);
    assertThat(vendor.received().remove().body().toString()).doesNotContain("0.25", "0.75");
  }

  @ParameterizedTest
  @CsvSource({
    "401, KEY_REFUSED", "403, KEY_REFUSED", "404, UNKNOWN_MODEL", "400, INVALID",
    "429, RATE_LIMITED", "500, UNAVAILABLE", "503, UNAVAILABLE", "529, UNAVAILABLE"
  })
  void knowsErrorsByStatus(int status, Kind kind) {
    vendor.behaves(Script.fails(status).header("Retry-After", "7"));
    ModelFailure streamed = failure(() -> client().stream(HELLO, new Heard(), SHORT));
    assertThat(streamed.kind()).isEqualTo(kind);
    assertThat(streamed.status()).isEqualTo(status);
    assertThat(streamed.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(failure(() -> client().call(HELLO, SHORT)).kind()).isEqualTo(kind);
    assertThat(vendor.received()).as("our retries are the router's").hasSize(2);
  }

  @Test
  void noticesACutStream() {
    vendor.behaves(Script.says("a", "b", "c").ends(Ending.CUT, 2));
    Heard heard = new Heard();
    assertThat(failure(() -> client().stream(HELLO, heard, SHORT)).kind()).isEqualTo(Kind.CUT);
    assertThat(heard.pieces()).containsExactly("a", "b");
  }

  @Test
  void noticesSilence() {
    // the first call of all loads classes for longer than this patience
    client().stream(HELLO, new Heard(), Patience.usual());
    vendor.behaves(Script.says("a", "b").ends(Ending.HANG, 1));
    assertThat(failure(() -> client().stream(HELLO, new Heard(), SHORT)).kind())
        .isEqualTo(Kind.SILENCE);
    vendor.behaves(Script.says("a").slow(Duration.ofSeconds(10), Duration.ZERO));
    assertThat(failure(() -> client().stream(HELLO, new Heard(), SHORT)).kind())
        .isEqualTo(Kind.NO_FIRST_TOKEN);
  }

  @Test
  void aSlowTrickleIsAnAnswerAndAnEndlessOneIsNot() {
    vendor.behaves(Script.says("a", "b", "c").slow(Duration.ofMillis(300), Duration.ofMillis(300)));
    assertThat(client().stream(HELLO, new Heard(), SHORT).text()).isEqualTo("abc");
    Patience whole = new Patience(SHORT.firstToken(), SHORT.silence(), Duration.ofMillis(700));
    assertThat(failure(() -> client().stream(HELLO, new Heard(), whole)).kind())
        .isEqualTo(Kind.SILENCE);
  }

  @Test
  void noticesWhatIsNoJson() {
    vendor.behaves(Script.says("a", "b").ends(Ending.GARBLED, 1));
    assertThat(failure(() -> client().stream(HELLO, new Heard(), SHORT)).kind())
        .isIn(Kind.GARBLED, Kind.CUT);
    assertThat(failure(() -> client().call(HELLO, SHORT)).kind()).isEqualTo(Kind.GARBLED);
  }

  @Test
  void noticesAnErrorInTheStream() {
    vendor.behaves(Script.says("a", "b").ends(Ending.ERROR_EVENT, 1));
    assertThat(failure(() -> client().stream(HELLO, new Heard(), SHORT)).kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void knowsRefusals() {
    vendor.behaves(Script.says().ends(Ending.REFUSED, 0));
    assertThat(failure(() -> client().stream(HELLO, new Heard(), SHORT)).kind())
        .isEqualTo(Kind.CONTENT_REFUSED);
    assertThat(failure(() -> client().call(HELLO, SHORT)).kind()).isEqualTo(Kind.CONTENT_REFUSED);
  }

  @Test
  void knowsTheLimitOfLength() {
    vendor.behaves(Script.says("a", "b").ends(Ending.LENGTH, 2));
    assertThat(client().stream(HELLO, new Heard(), SHORT).finish()).isEqualTo(Finish.LENGTH);
  }

  @Test
  void breaksOffWhenNobodyWantsMore() throws Exception {
    vendor.behaves(Script.says("a", "b").ends(Ending.HANG, 1));
    Heard heard = new Heard();
    heard.stopAfter(1);
    long before = System.nanoTime();
    assertThat(failure(() -> client().stream(HELLO, heard, Patience.usual())).kind())
        .isEqualTo(Kind.CANCELLED);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void whatTheReaderThrowsEndsTheCall() {
    vendor.behaves(Script.says("a", "b", "c"));
    assertThatThrownBy(
            () ->
                client().stream(
                    HELLO,
                    delta -> {
                      throw new IllegalStateException("reader went");
                    },
                    SHORT))
        .isInstanceOf(ModelFailure.class)
        .hasRootCauseMessage("reader went");
  }

  @Test
  void failuresCarryNothingThatWasSaid() {
    vendor.behaves(Script.says("비밀", "b").ends(Ending.GARBLED, 1));
    ModelFailure failure = failure(() -> client().stream(HELLO, new Heard(), SHORT));
    for (Throwable t = failure; t != null; t = t.getCause()) {
      assertThat(String.valueOf(t.getMessage())).doesNotContain("비밀", "안녕하세요", "sk-secret");
    }
  }

  @Test
  void keepsConnectionsAndForgetsBrokenOnes() {
    vendor.behaves(Script.says("a", "b").ends(Ending.CUT, 1));
    failure(() -> client().stream(HELLO, new Heard(), SHORT));
    vendor.behaves(Script.says("gut"));
    for (int i = 0; i < 5; i++) {
      assertThat(client().stream(HELLO, new Heard(), SHORT).text()).isEqualTo("gut");
    }
  }

  private static ModelFailure failure(Runnable call) {
    return catchThrowableOfType(ModelFailure.class, call::run);
  }
}
