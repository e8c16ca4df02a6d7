package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.documents.Client.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class InspectionIT {

  private static final String GLOSSARY = "/v1/admin/glossary";

  private final Client builder = Platform.as("builder");
  private final Client admin = Platform.as("admin");

  @Test
  void aBuilderLooksIntoASearch() {
    UUID collection = builder.createCollection("들여다보기");
    UUID found = Library.chunked(builder, collection, "쌍봉낙타는 물을 아낀다", "쌍봉낙타");
    UUID other = Library.chunked(builder, collection, "전혀 다른 글");
    JsonNode inspection = inspect(builder, "쌍봉낙타는 어떻게 사나", collection, other).body();
    assertThat(inspection.path("candidates")).hasSize(2);
    JsonNode best = inspection.path("candidates").get(0);
    assertThat(best.path("hit").path("documentId").asString()).isEqualTo(found.toString());
    assertThat(best.path("wordsRank").asInt()).isEqualTo(1);
    assertThat(best.path("bm25").asDouble()).isPositive();
    assertThat(best.has("meaningRank")).isFalse();
    assertThat(inspection.path("terms").get(0).path("passages").asLong()).isPositive();
    assertThat(inspection.path("chosen").path("reason").asString()).isEqualTo("nothing_in_common");
  }

  @Test
  void othersDocumentsAndNoneAreTheSameAnswer() {
    Client owner = Platform.as("owner-of-secrets");
    UUID secret = Library.chunked(owner, owner.createCollection("비밀"), "쌍봉낙타 비밀");
    UUID here = builder.createCollection("여기만");
    JsonNode hidden = inspect(builder, "쌍봉낙타", here, secret).body().path("chosen");
    UUID none = UUID.randomUUID();
    JsonNode absent = inspect(builder, "쌍봉낙타", here, none).body().path("chosen");
    assertThat(hidden.toString().replace(secret.toString(), ""))
        .isEqualTo(absent.toString().replace(none.toString(), ""));
    assertThat(hidden.path("reason").asString()).isEqualTo("unknown");
  }

  @Test
  void whoBuildsNothingLooksIntoNothing() {
    UUID any = UUID.randomUUID();
    assertThat(inspect(Platform.as("employee"), "휴가", any, any).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"documentName\":\"' OR true --\"",
        "\"formats\":[\"') --\"]",
        "\"uploadedBefore\":\"2001-01-01T00:00:00Z\"",
        "\"documentName\":\"%\"",
      })
  void aFilterOnlyLeavesOut(String filter) {
    UUID collection = builder.createCollection("거르기");
    Library.chunked(builder, collection, "쌍봉낙타는 물을 아낀다");
    String all = "{\"text\":\"쌍봉낙타\",\"collectionIds\":[\"" + collection + "\"]";
    assertThat(search(all + "}").path("hits")).hasSize(1);
    assertThat(search(all + "," + filter + "}").path("hits")).isEmpty();
    assertThat(search(all + ",\"formats\":[\"TXT\"],\"documentName\":\"문서\"}").path("hits"))
        .hasSize(1);
  }

  @Test
  void theGlossaryIsTheAdministrators() {
    String entries = "{\"entries\":[{\"term\":\"QZP\",\"synonyms\":[\"쌍혹 낙타\"]}]}";
    assertThat(admin.call("putGlossary", "POST", GLOSSARY, entries).status()).isEqualTo(200);
    String again = entries.replace("QZP", "qzp").replace("쌍혹", "단봉");
    JsonNode items = admin.call("putGlossary", "POST", GLOSSARY, again).body().path("items");
    JsonNode entry =
        items
            .valueStream()
            .filter(e -> e.path("term").asString().equals("qzp"))
            .findFirst()
            .orElseThrow();
    assertThat(entry.path("synonyms").get(0).asString()).isEqualTo("단봉 낙타");
    for (Client other : new Client[] {builder, Platform.as("employee")}) {
      assertThat(other.call("listGlossary", "GET", GLOSSARY, "").status()).isEqualTo(403);
      assertThat(other.call("putGlossary", "POST", GLOSSARY, entries).status()).isEqualTo(403);
    }
    String one = GLOSSARY + "/" + entry.path("id").asString();
    assertThat(builder.call("removeGlossaryEntry", "DELETE", one, "").status()).isEqualTo(403);
    assertThat(admin.call("removeGlossaryEntry", "DELETE", one, "").status()).isEqualTo(204);
    assertThat(admin.call("removeGlossaryEntry", "DELETE", one, "").status()).isEqualTo(404);
    assertThat(admin.call("listGlossary", "GET", GLOSSARY, "").status()).isEqualTo(200);
    String empty = "{\"entries\":[{\"term\":\" \",\"synonyms\":[\"x\"]}]}";
    assertThat(admin.call("putGlossary", "POST", GLOSSARY, empty).status()).isEqualTo(400);
  }

  private static Answer inspect(Client person, String text, UUID collection, UUID document) {
    String body =
        "{\"text\":\"%s\",\"collectionIds\":[\"%s\"],\"documentId\":\"%s\"}"
            .formatted(text, collection, document);
    return person.call("inspectSearch", "POST", "/v1/search/inspect", body);
  }

  private JsonNode search(String body) {
    return builder.call("searchPassages", "POST", "/v1/search", body).body();
  }
}
