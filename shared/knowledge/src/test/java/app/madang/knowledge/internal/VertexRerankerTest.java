package app.madang.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.knowledge.Reranker.Judged;
import app.madang.knowledge.Reranker.RerankerUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VertexRerankerTest {

  private static final List<Judged> PASSAGES =
      List.of(new Judged("규정", "출장비는 실비이다."), new Judged("규정 › 휴가", "연차는 15일이다."));

  private RankingStandIn service;

  @BeforeEach
  void start() throws IOException {
    service = new RankingStandIn();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void itAsksAsDocumentedAndGivesTheScoresInTheOrderOfThePassages() {
    service.favourite = "연차";
    assertThat(reranker(RankingStandIn.TOKEN, 5000).judge("연차는 며칠?", PASSAGES))
        .containsExactly(0.02, 0.97);
    JsonNode asked = service.requests.getFirst();
    assertThat(asked.path("model").asString()).isEqualTo("semantic-ranker-default@latest");
    assertThat(asked.path("query").asString()).isEqualTo("연차는 며칠?");
    assertThat(asked.path("topN").asInt()).isEqualTo(2);
    assertThat(asked.path("ignoreRecordDetailsInResponse").asBoolean()).isTrue();
    assertThat(asked.at("/records/1/id").asString()).isEqualTo("1");
    assertThat(asked.at("/records/1/title").asString()).isEqualTo("규정 › 휴가");
    assertThat(asked.at("/records/1/content").asString()).isEqualTo("연차는 15일이다.");
  }

  @Test
  void whatItDoesNotGiveIsNotGuessed() {
    service.status = 429;
    assertUnavailable(reranker(RankingStandIn.TOKEN, 5000));
    service.status = 200;
    service.judgesAtMost = 1;
    assertUnavailable(reranker(RankingStandIn.TOKEN, 5000));
    service.judgesAtMost = 200;
    assertUnavailable(reranker("other", 5000));
  }

  @Test
  void whoIsTooSlowIsNotWaitedForAndThenLeftAloneForAWhile() {
    service.millis = 3000;
    VertexReranker hurried = reranker(RankingStandIn.TOKEN, 100);
    long start = System.nanoTime();
    assertUnavailable(hurried);
    service.millis = 0;
    assertUnavailable(hurried);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(service.requests).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aNameThatIsNoConfigurationIsRefusedAtTheStart() {
    assertThat(VertexReranker.address(RankingStandIn.CONFIG))
        .hasToString(
            "https://discoveryengine.googleapis.com/v1/" + RankingStandIn.CONFIG + ":rank");
    assertThatThrownBy(() -> VertexReranker.address("default"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("RERANKER");
  }

  private static void assertUnavailable(VertexReranker reranker) {
    assertThatThrownBy(() -> reranker.judge("?", PASSAGES))
        .isInstanceOf(RerankerUnavailableException.class);
  }

  private VertexReranker reranker(String token, int millis) {
    return new VertexReranker(
        service.address(),
        "semantic-ranker-default@latest",
        Duration.ofMillis(millis),
        () -> Optional.of(token),
        JsonMapper.shared());
  }
}
