package app.madang.models.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import app.madang.models.Embedded;
import app.madang.models.EmbeddingClient;
import app.madang.models.EmbeddingPurpose;
import app.madang.models.ModelFailure;
import app.madang.models.Patience;
import app.madang.models.catalogue.EffortStyle;
import app.madang.models.catalogue.ProviderKind;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What every vendor's embedding model does, over the vendor's wire format. */
@Timeout(20)
class VendorEmbedderTest {

  private final VendorStandIn vendor = new VendorStandIn();
  private final VendorClients clients = new VendorClients();

  @AfterEach
  void close() throws Exception {
    clients.close();
    vendor.close();
  }

  private EmbeddingClient client(ProviderKind kind) {
    WireDialect dialect =
        kind == ProviderKind.GEMINI || kind == ProviderKind.VERTEX_AI
            ? WireDialect.GEMINI
            : WireDialect.OPENAI;
    return clients.embedder(
        new Endpoint(kind, vendor.baseUrl(dialect), "model-x", EffortStyle.NONE, false),
        () -> Optional.of("sk-secret"));
  }

  private Embedded embed(ProviderKind kind, Integer dimensions, String... texts) {
    Duration whole = Duration.ofSeconds(5);
    return client(kind)
        .embed(
            List.of(texts),
            dimensions,
            EmbeddingPurpose.ANY,
            new Patience(whole, whole, whole),
            () -> false);
  }

  @ParameterizedTest
  @CsvSource({"VERTEX_AI, /instances/0/task_type", "GEMINI, /requests/0/taskType"})
  void googleIsToldWhatATextIs(ProviderKind kind, String place) {
    Duration whole = Duration.ofSeconds(5);
    Patience patience = new Patience(whole, whole, whole);
    client(kind).embed(List.of("연차는 며칠"), 768, EmbeddingPurpose.QUESTION, patience, () -> false);
    client(kind).embed(List.of("연차는 15일"), 768, EmbeddingPurpose.PASSAGE, patience, () -> false);
    client(kind).embed(List.of("연차"), 768, EmbeddingPurpose.ANY, patience, () -> false);
    List<Received> calls = List.copyOf(vendor.received());
    assertThat(calls)
        .extracting(call -> call.body().at(place).asString(""))
        .containsExactly("RETRIEVAL_QUERY", "RETRIEVAL_DOCUMENT", "");
  }

  @ParameterizedTest
  @EnumSource(
      value = ProviderKind.class,
      mode = Mode.EXCLUDE,
      names = {"ANTHROPIC", "LOCAL"})
  void everyTextHasItsVectorOfLengthOne(ProviderKind kind) {
    Embedded answer = embed(kind, null, "a", "bb", "연차는 며칠");
    assertThat(answer.vectors()).hasSize(3).allSatisfy(v -> assertThat(v).hasSize(8));
    double before = 0;
    for (float[] vector : answer.vectors()) {
      double squares = 0;
      for (float number : vector) {
        squares += number * number;
      }
      assertThat(squares).isCloseTo(1, within(1e-4));
      // a longer text begins with a greater number: nothing was swapped
      assertThat((double) vector[0]).isGreaterThan(before);
      before = vector[0];
    }
    boolean counts = kind != ProviderKind.GEMINI;
    assertThat(answer.tokens().estimated()).isEqualTo(!counts);
    assertThat(answer.tokens().input()).isEqualTo(counts ? 9 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI,authorization,Bearer sk-secret",
    "OPENAI_COMPATIBLE,authorization,Bearer sk-secret",
    "GEMINI,x-goog-api-key,sk-secret",
    "VERTEX_AI,authorization,Bearer sk-secret"
  })
  void theKeyStandsWhereTheVendorLooks(ProviderKind kind, String header, String value) {
    assertThat(embed(kind, 4, "a").vectors().getFirst()).hasSize(4);
    Received call = vendor.received().remove();
    assertThat(call.headers()).containsEntry(header, value);
    assertThat(call.body().toString()).contains("\"a\"");
  }

  @Test
  void manyTextsGoInSeveralCalls() {
    String[] texts = IntStream.range(0, 250).mapToObj("x"::repeat).skip(1).toArray(String[]::new);
    assertThat(embed(ProviderKind.GEMINI, null, texts).vectors()).hasSize(249);
    assertThat(vendor.received()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"429,RATE_LIMITED", "500,UNAVAILABLE", "401,KEY_REFUSED", "404,UNKNOWN_MODEL"})
  void errorsHaveTheirMeaning(int status, ModelFailure.Kind kind) {
    vendor.behaves(Script.fails(status));
    for (ProviderKind provider : List.of(ProviderKind.OPENAI, ProviderKind.GEMINI)) {
      ModelFailure failure =
          catchThrowableOfType(ModelFailure.class, () -> embed(provider, null, "a"));
      assertThat(failure.kind()).isEqualTo(kind);
    }
  }
}
