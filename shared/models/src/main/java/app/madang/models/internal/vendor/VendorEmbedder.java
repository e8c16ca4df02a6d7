package app.madang.models.internal.vendor;

import app.madang.models.Embedded;
import app.madang.models.EmbeddingClient;
import app.madang.models.EmbeddingPurpose;
import app.madang.models.ModelFailure;
import app.madang.models.ModelFailure.Kind;
import app.madang.models.Patience;
import app.madang.models.Tokens;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A vendor's embedding model over the wire that answers come by too. */
final class VendorEmbedder implements EmbeddingClient {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Wire wire;
  private final String baseUrl;
  private final EmbeddingDialect dialect;

  VendorEmbedder(Wire wire, Endpoint endpoint) {
    this.wire = wire;
    this.baseUrl = endpoint.baseUrl();
    this.dialect = EmbeddingDialect.of(endpoint);
  }

  @Override
  public Embedded embed(
      List<String> texts,
      @Nullable Integer dimensions,
      EmbeddingPurpose purpose,
      Patience patience,
      BooleanSupplier cancelled) {
    Thread caller = Thread.currentThread();
    return Call.run(
        new Patience(patience.whole(), patience.whole(), patience.whole()),
        () -> cancelled.getAsBoolean() || caller.isInterrupted(),
        call -> {
          try {
            return all(texts, dimensions, purpose);
          } catch (RuntimeException e) {
            ModelFailure broken = call.broken();
            throw broken != null ? broken : VendorError.of(e, false);
          }
        });
  }

  private Embedded all(List<String> texts, @Nullable Integer dimensions, EmbeddingPurpose purpose) {
    List<float[]> vectors = new ArrayList<>(texts.size());
    long tokens = 0;
    boolean counted = true;
    for (int from = 0; from < texts.size(); from += dialect.most()) {
      List<String> some = texts.subList(from, Math.min(texts.size(), from + dialect.most()));
      JsonNode answer = ask(some, dimensions, purpose);
      List<JsonNode> found = dialect.vectors(answer);
      if (found.size() != some.size()) {
        throw new ModelFailure(Kind.GARBLED, null);
      }
      found.forEach(vector -> vectors.add(unit(vector)));
      long count = dialect.tokens(answer);
      counted &= count >= 0;
      tokens += Math.max(0, count);
    }
    return new Embedded(vectors, new Tokens(tokens, 0, 0, !counted));
  }

  private JsonNode ask(List<String> texts, @Nullable Integer dimensions, EmbeddingPurpose purpose) {
    HttpRequest request =
        HttpRequest.builder()
            .method(HttpMethod.POST)
            .url(baseUrl + dialect.path())
            .addHeader("Content-Type", "application/json")
            .body(dialect.body(texts, dimensions, purpose).toString())
            .build();
    return JSON.readTree(wire.execute(request).body());
  }

  /** Of length one, as OpenAI's clients expect: shortened vectors of some vendors are not. */
  private static float[] unit(JsonNode numbers) {
    if (!numbers.isArray() || numbers.isEmpty()) {
      throw new ModelFailure(Kind.GARBLED, null);
    }
    float[] vector = new float[numbers.size()];
    double squares = 0;
    for (int i = 0; i < vector.length; i++) {
      double number = numbers.get(i).asDouble(Double.NaN);
      if (!Double.isFinite(number)) {
        throw new ModelFailure(Kind.GARBLED, null);
      }
      vector[i] = (float) number;
      squares += number * number;
    }
    double length = Math.sqrt(squares);
    if (length > 0 && Math.abs(length - 1) > 1e-3) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (vector[i] / length);
      }
    }
    return vector;
  }
}
