package app.madang.knowledge.internal;

import static app.madang.knowledge.internal.Accounts.ANALYZER;
import static app.madang.knowledge.internal.Accounts.CHAT;
import static app.madang.knowledge.internal.Accounts.EMBEDDING;
import static app.madang.knowledge.internal.Accounts.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.contracts.Clearance;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.knowledge.EmbeddingTargets;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Location;
import app.madang.knowledge.Meaning;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.Part;
import app.madang.knowledge.PassageText;
import app.madang.knowledge.PassageVector;
import app.madang.knowledge.SearchFilter;
import app.madang.knowledge.SearchOutcome;
import app.madang.knowledge.SearchRequest;
import app.madang.knowledge.internal.Accounts.Shelf;
import app.madang.runtime.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class HybridRetrievalIT {

  private static final EmbeddingSpace MODEL = EmbeddingSpace.LOCAL;

  private final Caller owner = Accounts.person();
  private final Shelf shelf = Accounts.shelf(owner);
  private final SqlDocumentVectors vectors = new SqlDocumentVectors(EMBEDDING.jdbc, JSON);

  @Test
  void meaningFindsWhatNoWordDoes() {
    UUID document =
        Accounts.read(owner, shelf, "Employees may stay at home to recover.", "Receipts are kept.");
    embed(document, 0.1);
    SearchOutcome outcome = search("sick leave", 0.1);
    assertThat(outcome.meaning()).isEqualTo(Meaning.USED);
    Hit best = outcome.hits().getFirst();
    assertThat(best.text()).startsWith("Employees");
    assertThat(best.words()).isNull();
    assertThat(best.meaning()).isGreaterThan(0.9);
  }

  @Test
  void aKoreanQuestionGoesByWordsWhileTheModelIsEnglish() {
    UUID document = Accounts.read(owner, shelf, "휴가는 15일이다.");
    embed(document, 0.1);
    SearchOutcome outcome = search("휴가는 며칠?", 0.1);
    assertThat(outcome.meaning()).isEqualTo(Meaning.NOT_FOR_THIS_LANGUAGE);
    assertThat(outcome.hits()).hasSize(1);
  }

  @Test
  void aKoreanPassageIsNotFoundByAnEnglishModelsIdeaOfIt() {
    UUID document = Accounts.read(owner, shelf, "휴가는 15일이다.");
    embed(document, 0.1);
    assertThat(search("annual leave", 0.1).hits()).isEmpty();
  }

  @Test
  void withoutAVectorForTheQuestionWordsRemain() {
    Accounts.read(owner, shelf, "annual leave is 15 days");
    SearchOutcome outcome =
        CHAT.as(owner, () -> retrieval(new NoEmbedding()).search(request("annual leave")));
    assertThat(outcome.meaning()).isEqualTo(Meaning.OFF);
    assertThat(outcome.hits()).hasSize(1);
  }

  @Test
  void aModelThatDoesNotAnswerIsToldFromOneThatIsNotAsked() {
    Accounts.read(owner, shelf, "annual leave is 15 days", "연차는 15일");
    HybridRetrieval silent = retrieval(silent());
    assertThat(CHAT.as(owner, () -> silent.search(request("annual leave"))).meaning())
        .isEqualTo(Meaning.UNAVAILABLE);
    assertThat(CHAT.as(owner, () -> silent.search(request("연차"))).meaning())
        .isEqualTo(Meaning.NOT_FOR_THIS_LANGUAGE);
  }

  @Test
  void aHitKnowsWhereEachOfItsPartsStands() {
    Location second = new Location(2, null, null, List.of("휴가", "병가"));
    NewPassage passage =
        new NewPassage(
            "연차는 15일이다. 병가는 60일이다.",
            Location.NONE,
            List.of(new Part(0, Location.NONE), new Part(11, second)));
    Accounts.index(Accounts.announced(owner, shelf), List.of(passage));
    Hit hit = search("병가", 0.1).hits().getFirst();
    assertThat(hit.locationOf("연차는 15일이다.")).isEqualTo(Location.NONE);
    assertThat(hit.locationOf("병가는 60일이다.")).isEqualTo(second);
    assertThat(JSON.writeValueAsString(hit)).doesNotContain("parts");
  }

  @Test
  void othersNearerVectorsDoNotCrowdMineOutOfTheGraph() {
    Caller other = Accounts.person();
    embed(Accounts.read(other, Accounts.shelf(other), Accounts.numbered(400, "their text")), 0.5);
    UUID mine = Accounts.read(owner, shelf, "my text");
    embed(mine, 0.6);
    MeaningSearch search = new MeaningSearch(CHAT.jdbc);
    Map<Long, Double> found =
        CHAT.as(
            owner,
            () -> {
              // as with a million rows: the graph is the only way
              CHAT.jdbc.sql("SET LOCAL enable_seqscan = off").update();
              CHAT.jdbc.sql("SET LOCAL enable_sort = off").update();
              Scope scope = Scope.read(CHAT.jdbc, List.of(), Analyzers.known());
              MeaningSearch.Compared there =
                  new MeaningSearch.Compared(direction(0.5), MODEL, scope.numbers());
              return search.search(there, SearchFilter.NONE, List.of(), 10);
            });
    assertThat(found).hasSize(1);
  }

  @Test
  void vectorsAreWrittenOnceAndMakeTheDocumentReady() {
    UUID document = Accounts.read(owner, shelf, "one", "two", "three");
    List<PassageText> first = pending(document, 2);
    assertThat(first).extracting(PassageText::text).containsExactly("d\none", "d\ntwo");
    assertThat(ready(document)).isFalse();
    write(document, first, 0.1);
    write(document, first, 0.9);
    assertThat(pending(document, 10)).extracting(PassageText::text).containsExactly("d\nthree");
    write(document, pending(document, 10), 0.1);
    assertThat(ready(document)).isTrue();
    assertThat(ready(document)).isFalse();
    assertThat(pending(document, 10)).isEmpty();
    Integer embedded =
        Accounts.SUPERUSER
            .jdbc
            .sql("SELECT embedded_count FROM knowledge.documents WHERE id = ?")
            .param(document)
            .query(Integer.class)
            .single();
    assertThat(embedded).isEqualTo(3);
  }

  @Test
  void anotherModelsVectorsAreMadeBesideAndComparedOnlyOnceTheyAreTheCollections() {
    EmbeddingSpace korean = new EmbeddingSpace("korean-768", 768);
    UUID document = Accounts.read(owner, shelf, "병가는 사흘까지 증빙 없이 쓴다.", "Receipts are kept.");
    embed(document, 0.1);
    become("next_model = 'korean-768', next_dimensions = 768, next_since = now()");
    EmbeddingTargets targets =
        EMBEDDING.transactions.call(() -> vectors.targets(document)).orElseThrow();
    assertThat(targets.inOrder()).containsExactly(MODEL, korean);
    EMBEDDING.transactions.run(
        () -> {
          List<PassageVector> made =
              vectors.pendingVectors(document, korean, 10).stream()
                  .map(t -> new PassageVector(t.passage(), Arrays.copyOf(direction(0.1), 768)))
                  .toList();
          assertThat(made).hasSize(2);
          vectors.writeVectors(document, korean, made);
        });
    assertThat(search("아플 때 쉬기", 0.1).meaning()).isEqualTo(Meaning.NOT_FOR_THIS_LANGUAGE);
    become("embedding_model = next_model, embedding_dimensions = next_dimensions");
    EmbeddingPort port =
        (space, purpose, data, texts) -> {
          assertThat(space).isEqualTo(korean);
          assertThat(purpose).isEqualTo(EmbeddingPort.Purpose.QUESTION);
          return List.of(Arrays.copyOf(direction(0.1), 768));
        };
    SearchOutcome outcome = CHAT.as(owner, () -> retrieval(port).search(request("아플 때 쉬기")));
    assertThat(outcome.meaning()).isEqualTo(Meaning.USED);
    assertThat(outcome.hits()).hasSize(2);
  }

  @Test
  void aSecretQuestionGoesOnlyToModelsThatAreClearedForItAndByWordsElsewhere() {
    Shelf guarded = Accounts.shelf(owner);
    become(guarded, "embedding_model = 'guarded-768', embedding_dimensions = 768");
    Accounts.read(owner, shelf, "annual leave is 15 days");
    Accounts.read(owner, guarded, "sick leave is 60 days");
    Map<String, Clearance> asked = new ConcurrentHashMap<>();
    EmbeddingPort port =
        (space, purpose, data, texts) -> {
          if (!space.equals(MODEL) && !Clearance.INTERNAL.allows(data)) {
            throw EmbeddingUnavailableException.refused("not cleared");
          }
          asked.put(space.model(), data);
          return List.of(Arrays.copyOf(direction(0.1), space.dimensions()));
        };
    SearchRequest everywhere = request("leave").of(Clearance.CONFIDENTIAL);
    SearchOutcome both = CHAT.as(owner, () -> retrieval(port).search(everywhere));
    assertThat(both.hits()).hasSize(2);
    assertThat(both.meaning()).isEqualTo(Meaning.PARTLY);
    assertThat(both.wordsOnlySomewhere() && both.meaningUsed()).isTrue();
    assertThat(asked).containsOnly(Map.entry(MODEL.model(), Clearance.CONFIDENTIAL));
    SearchRequest there =
        new SearchRequest("leave", List.of(guarded.id()), 10).of(Clearance.CONFIDENTIAL);
    SearchOutcome words = CHAT.as(owner, () -> retrieval(port).search(there));
    assertThat(words.hits()).hasSize(1);
    assertThat(words.meaning()).isEqualTo(Meaning.UNAVAILABLE);
    assertThat(asked).hasSize(1);
    CHAT.as(owner, () -> retrieval(port).search(there.of(Clearance.INTERNAL)));
    assertThat(asked).containsEntry("guarded-768", Clearance.INTERNAL);
  }

  private void become(String settings) {
    become(shelf, settings);
  }

  private static void become(Shelf shelf, String settings) {
    Accounts.SUPERUSER
        .jdbc
        .sql("UPDATE knowledge.collections SET " + settings + " WHERE number = ?")
        .param(shelf.number())
        .update();
  }

  private SearchOutcome search(String text, double angle) {
    EmbeddingPort port = (space, purpose, data, texts) -> List.of(direction(angle));
    return CHAT.as(owner, () -> retrieval(port).search(request(text)));
  }

  private static EmbeddingPort silent() {
    return (space, purpose, data, texts) -> {
      throw new EmbeddingUnavailableException("too slow");
    };
  }

  private static HybridRetrieval retrieval(EmbeddingPort port) {
    SearchSteps steps =
        new SearchSteps(
            CHAT.jdbc,
            new Glossary(CHAT.jdbc, ANALYZER),
            new WordSearch(CHAT.jdbc, Analyzers.known()),
            new MeaningSearch(CHAT.jdbc),
            new Hits(CHAT.jdbc, JSON));
    return new HybridRetrieval(CHAT.transactions, port, steps, new NoReranker());
  }

  private static SearchRequest request(String text) {
    return new SearchRequest(text, List.of(), 10);
  }

  /** The first passage points there, each next one farther away. */
  private void embed(UUID document, double angle) {
    List<PassageText> texts = pending(document, 1000);
    write(document, texts, angle);
    assertThat(ready(document)).isTrue();
  }

  private List<PassageText> pending(UUID document, int limit) {
    return EMBEDDING.transactions.call(() -> vectors.pendingVectors(document, MODEL, limit));
  }

  private void write(UUID document, List<PassageText> texts, double angle) {
    List<PassageVector> made =
        texts.stream()
            .map(t -> new PassageVector(t.passage(), direction(angle + texts.indexOf(t) * 0.001)))
            .toList();
    EMBEDDING.transactions.run(() -> vectors.writeVectors(document, MODEL, made));
  }

  private boolean ready(UUID document) {
    return EMBEDDING.transactions.call(() -> vectors.ready(document));
  }

  private static float[] direction(double angle) {
    float[] vector = new float[384];
    vector[0] = (float) Math.cos(angle);
    vector[1] = (float) Math.sin(angle);
    return vector;
  }
}
