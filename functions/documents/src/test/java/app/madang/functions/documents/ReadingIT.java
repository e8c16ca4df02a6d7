package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.documents.Client.Answer;
import app.madang.runtime.Cursor;
import app.madang.testing.StatementCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A document is read from any of its passages to both its ends. */
class ReadingIT {

  private final Client owner = Platform.as("reader");

  @Test
  void stretchesJoinToTheWholeInBothDirections() {
    UUID document = document("소쩍새", 23);
    JsonNode start = read(document, "?limit=10").body();
    assertThat(start.path("items").get(0).path("text").asString()).isEqualTo("소쩍새 0");
    assertThat(start.path("items").get(9).path("location").path("page").asInt()).isEqualTo(10);
    assertThat(start.has("previousCursor")).isFalse();

    String middle = read(document, "?limit=100").body().path("items").get(12).path("id").asString();
    JsonNode around = read(document, "?limit=8&around=" + middle).body();
    List<String> texts = new ArrayList<>(texts(around));
    assertThat(texts).startsWith("소쩍새 10").contains("소쩍새 12").hasSize(8);
    JsonNode stretch = around;
    while (stretch.has("previousCursor")) {
      stretch = read(document, "?cursor=" + stretch.path("previousCursor").asString()).body();
      texts.addAll(0, texts(stretch));
    }
    stretch = around;
    while (stretch.has("nextCursor")) {
      stretch = read(document, "?cursor=" + stretch.path("nextCursor").asString()).body();
      texts.addAll(texts(stretch));
    }
    assertThat(texts).isEqualTo(IntStream.range(0, 23).mapToObj(i -> "소쩍새 " + i).toList());
  }

  @Test
  void itIsThereForItsReadersOnly() {
    UUID document = document("올빼미", 2);
    String passage = read(document, "").body().path("items").get(0).path("id").asString();
    Client stranger = Platform.as("stranger");
    for (String query : List.of("", "?around=" + passage)) {
      assertThat(stranger.call("readDocument", "GET", address(document) + query, "").status())
          .isEqualTo(404);
    }
    UUID other = document("부엉이", 1);
    JsonNode elsewhere = read(other, "?around=" + passage).body();
    assertThat(texts(elsewhere)).containsExactly("부엉이 0");
    owner.deleteDocument(document);
    assertThat(read(document, "").status()).isEqualTo(404);
  }

  @Test
  void whatIsNotReadIsEmptyAndBentCursorsAreRefused() {
    UUID collection = owner.createCollection("아직");
    UUID document = owner.upload(collection, "a.txt");
    JsonNode empty = read(document, "").body();
    assertThat(empty.path("items")).isEmpty();
    assertThat(empty.has("nextCursor")).isFalse();
    String bent = Cursor.encode(0, 1_000_000);
    for (String cursor : List.of("x", bent, Cursor.encode("a", "b"))) {
      Answer answer = read(document, "?cursor=" + cursor);
      assertThat(answer.code()).isEqualTo("invalid_request");
    }
  }

  @Test
  void aStretchCostsOneStatementHoweverLong() {
    UUID document = document("물총새", 40);
    read(document, "?limit=1");
    assertThat(cost(document, "?limit=1"))
        .isEqualTo(cost(document, "?limit=100"))
        .isLessThanOrEqualTo(2);
  }

  @Test
  void aPassageSaysWhichVersionItIsOf() {
    UUID document = document("꾀꼬리", 1);
    String passage = read(document, "").body().path("items").get(0).path("id").asString();
    JsonNode found = owner.call("getPassage", "GET", "/v1/passages/" + passage, "").body();
    assertThat(found.path("version").asInt()).isEqualTo(1);
    assertThat(found.path("standing").asString()).isEqualTo("current");
  }

  private int cost(UUID document, String query) {
    int before = StatementCounter.PREPARED.get();
    assertThat(read(document, query).status()).isEqualTo(200);
    return StatementCounter.PREPARED.get() - before;
  }

  private UUID document(String word, int passages) {
    String[] texts =
        IntStream.range(0, passages).mapToObj(i -> word + " " + i).toArray(String[]::new);
    return Library.chunked(owner, owner.createCollection(word), texts);
  }

  private static List<String> texts(JsonNode stretch) {
    return stretch.path("items").valueStream().map(item -> item.path("text").asString()).toList();
  }

  private Answer read(UUID document, String query) {
    return owner.call("readDocument", "GET", address(document) + query, "");
  }

  private static String address(UUID document) {
    return "/v1/documents/" + document + "/passages";
  }
}
