package app.madang.testing.vendors;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Embeddings on the wire formats; a text's vector begins with its length, and is no unit. */
final class Vectors {

  private static final int USUAL = 8;

  /** A model of one length, as many that companies run themselves. */
  private static final Map<String, Integer> LENGTHS = Map.of("bge-m3", 1024);

  private Vectors() {}

  static boolean wanted(Received call) {
    return call.path().endsWith("/embeddings")
        || call.path().endsWith(":batchEmbedContents")
        || call.path().endsWith(":predict");
  }

  static String answer(Received call) {
    JsonNode body = call.body();
    if (call.path().endsWith("/embeddings")) {
      // in another order than asked: clients go by the index
      List<JsonNode> texts = body.path("input").valueStream().toList();
      int length =
          body.path("dimensions")
              .asInt(LENGTHS.getOrDefault(body.path("model").asString(""), USUAL));
      String rows =
          IntStream.range(0, texts.size())
              .map(i -> texts.size() - 1 - i)
              .mapToObj(
                  i ->
                      "{\"object\":\"embedding\",\"index\":%d,\"embedding\":%s}"
                          .formatted(i, vector(texts.get(i), length)))
              .collect(Collectors.joining(","));
      return "{\"object\":\"list\",\"data\":[%s],\"model\":\"m\",\"usage\":{\"prompt_tokens\":%d,\"total_tokens\":%d}}"
          .formatted(rows, 3 * texts.size(), 3 * texts.size());
    }
    if (call.path().endsWith(":predict")) {
      JsonNode length = body.path("parameters").path("outputDimensionality");
      return body.path("instances")
          .valueStream()
          .map(
              row ->
                  "{\"embeddings\":{\"statistics\":{\"truncated\":false,\"token_count\":3},\"values\":%s}}"
                      .formatted(vector(row.path("content"), length.asInt(USUAL))))
          .collect(Collectors.joining(",", "{\"predictions\":[", "]}"));
    }
    return body.path("requests")
        .valueStream()
        .map(
            row ->
                "{\"values\":%s}"
                    .formatted(
                        vector(
                            row.at("/content/parts/0/text"),
                            row.path("outputDimensionality").asInt(USUAL))))
        .collect(Collectors.joining(",", "{\"embeddings\":[", "]}"));
  }

  private static String vector(JsonNode text, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> i == 0 ? text.asString().length() + ".0" : "2.0")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
