package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.knowledge.EmbeddingSpace;
import app.madang.knowledge.PassageVector;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A collection goes from one model to another while it is searched. */
class CollectionModelsIT {

  private static final EmbeddingSpace NEXT = new EmbeddingSpace("bge-m3", 1024);

  private final Client owner = Platform.as("embedder");
  private final UUID collection = owner.createCollection("갈아타기");

  @Test
  void searchesChangeOverWhenNoVectorIsMissing() {
    UUID first = Library.chunked(owner, collection, "수리부엉이", "올빼미");
    UUID second = Library.chunked(owner, collection, "소쩍새");
    Library.embed(first);
    Library.embed(second);
    JsonNode before = state();
    assertThat(before.path("model").asString()).isEqualTo("all-minilm-l6-v2-q");
    assertThat(before.has("next")).isFalse();
    assertThat(before.path("embedded").asInt()).isEqualTo(3);

    Platform.superuser()
        .sql(
            "UPDATE knowledge.collections SET next_model = 'bge-m3', next_dimensions = 1024, next_since = now() WHERE id = ?")
        .param(collection)
        .update();
    Platform.sweep();
    assertThat(Platform.heard("embedding.document-chunked", first)).isTrue();
    embed(first);
    Platform.sweep();
    JsonNode during = state();
    assertThat(during.path("model").asString()).isEqualTo("all-minilm-l6-v2-q");
    assertThat(during.at("/next/model").asString()).isEqualTo("bge-m3");
    assertThat(during.path("passages").asInt()).isEqualTo(3);
    assertThat(during.path("embedded").asInt()).isEqualTo(2);

    embed(second);
    Platform.sweep();
    JsonNode after = state();
    assertThat(after.path("model").asString()).isEqualTo("bge-m3");
    assertThat(after.path("dimensions").asInt()).isEqualTo(1024);
    assertThat(after.has("next")).isFalse();
    assertThat(after.path("embedded").asInt()).isEqualTo(3);
    Platform.sweep();
    Platform.sweep();
    assertThat(vectors()).isEqualTo(3);
    assertThat(old()).isFalse();
  }

  @Test
  void onlyOwnersChangeItAndOnlyToWhatAnswers() {
    String path = "/v1/collections/" + collection + "/model";
    String body = "{\"model\":\"nobody\",\"dimensions\":768}";
    assertThat(Platform.as("stranger").call("changeCollectionModel", "PUT", path, body).status())
        .isEqualTo(404);
    // no embedding function is set here: nothing can say that the model is there
    assertThat(owner.call("changeCollectionModel", "PUT", path, body).status()).isEqualTo(404);
    assertThat(
            owner
                .call(
                    "changeCollectionModel",
                    "PUT",
                    path,
                    "{\"model\":\"nobody\",\"dimensions\":100}")
                .status())
        .isEqualTo(400);
    assertThat(state().has("next")).isFalse();
  }

  private JsonNode state() {
    return owner
        .call("getCollectionModel", "GET", "/v1/collections/" + collection + "/model", "")
        .body();
  }

  private static void embed(UUID document) {
    Platform.EMBEDDING
        .transactions()
        .run(
            () ->
                Platform.EMBEDDING
                    .vectors()
                    .writeVectors(
                        document,
                        NEXT,
                        Platform.EMBEDDING.vectors().pendingVectors(document, NEXT, 100).stream()
                            .map(t -> new PassageVector(t.passage(), unit()))
                            .toList()));
  }

  private static float[] unit() {
    float[] vector = new float[NEXT.dimensions()];
    vector[0] = 1;
    return vector;
  }

  private long vectors() {
    return Platform.superuser()
        .sql(
            "SELECT count(*) FROM knowledge.vectors v JOIN knowledge.collections c ON c.number = v.collection WHERE c.id = ?")
        .param(collection)
        .query(Long.class)
        .single();
  }

  private boolean old() {
    return Platform.superuser()
        .sql("SELECT old_vectors FROM knowledge.collections WHERE id = ?")
        .param(collection)
        .query(Boolean.class)
        .single();
  }
}
