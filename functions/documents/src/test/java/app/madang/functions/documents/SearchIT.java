package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.documents.Client.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SearchIT {

  private final Client owner = Platform.as("searcher");

  @Test
  void theRightPassageComesFirstAndOpensWithItsSurroundings() {
    UUID collection = owner.createCollection("찾기");
    Library.chunked(
        owner,
        collection,
        "제1장 총칙. 이 규칙은 사원의 근로 조건을 정한다.",
        "제15조(연차 유급휴가) 1년간 80퍼센트 이상 출근한 사원에게 15일의 유급휴가를 준다.",
        "제20조(징계) 징계는 위원회가 정한다.");
    JsonNode result = owner.search("연차휴가는 며칠인가요?").body();
    JsonNode best = result.path("hits").get(0);
    assertThat(best.path("text").asString()).startsWith("제15조");
    assertThat(best.path("location").path("page").asInt()).isEqualTo(2);
    assertThat(best.path("score").asDouble()).isEqualTo(1);
    assertThat(result.path("meaningUsed").asBoolean()).isFalse();
    assertThat(result.path("meaning").asString()).isEqualTo("off");

    Answer passage = passage(owner, best.path("passageId").asString());
    assertThat(passage.body().path("before").asString()).startsWith("제1장");
    assertThat(passage.body().path("after").asString()).startsWith("제20조");
    assertThat(passage(Platform.as("stranger"), best.path("passageId").asString()).status())
        .isEqualTo(404);
  }

  @Test
  void aStrangerFindsNothingUntilItIsShared() {
    UUID collection = owner.createCollection("모두에게");
    Library.chunked(owner, collection, "두루미가 날아왔다");
    Client stranger = Platform.as("stranger");
    assertThat(stranger.search("두루미").body().path("hits")).isEmpty();
    owner.share(collection, "{\"kind\":\"everyone\"}", "reader");
    assertThat(stranger.search("두루미").body().path("hits")).hasSize(1);
  }

  @Test
  void onlyTheNamedCollectionsAreSearched() {
    UUID here = owner.createCollection("여기");
    UUID there = owner.createCollection("저기");
    Library.chunked(owner, here, "반달가슴곰 여기");
    Library.chunked(owner, there, "반달가슴곰 저기");
    String body = "{\"text\":\"반달가슴곰\",\"collectionIds\":[\"" + there + "\"]}";
    JsonNode hits = owner.call("searchPassages", "POST", "/v1/search", body).body().path("hits");
    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).path("text").asString()).isEqualTo("반달가슴곰 저기");
  }

  @Test
  void nothingButSignsFindsNothing() {
    assertThat(owner.search("?!…").body().path("hits")).isEmpty();
  }

  private static Answer passage(Client person, String id) {
    return person.call("getPassage", "GET", "/v1/passages/" + id, "");
  }
}
