package app.madang.knowledge.internal;

import static app.madang.knowledge.internal.Accounts.ANALYZER;
import static app.madang.knowledge.internal.Accounts.CHAT;
import static app.madang.knowledge.internal.Accounts.DOCUMENTS;
import static app.madang.knowledge.internal.Accounts.JSON;
import static app.madang.knowledge.internal.Accounts.SUPERUSER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.contracts.Clearance;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Inspection;
import app.madang.knowledge.Inspection.Candidate;
import app.madang.knowledge.Inspection.Chosen;
import app.madang.knowledge.Inspection.Reason;
import app.madang.knowledge.InspectionRequest;
import app.madang.knowledge.Reranker;
import app.madang.knowledge.SearchFilter;
import app.madang.knowledge.SearchRequest;
import app.madang.knowledge.Sides;
import app.madang.knowledge.internal.Accounts.Shelf;
import app.madang.runtime.Caller;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class InspectionIT {

  private final Caller owner = Accounts.person();
  private final Shelf shelf = Accounts.shelf(owner);

  @Test
  void eachCandidateTellsHowItCameToItsRank() {
    Accounts.read(owner, shelf, "연차 휴가는 15일이다", "휴가 신청은 3일 전에 한다", "출장비 정산");
    Inspection inspection = inspect("연차 휴가", SearchFilter.NONE, null);
    assertThat(inspection.candidates()).hasSize(2);
    Candidate best = inspection.candidates().getFirst();
    assertThat(best.rank()).isEqualTo(1);
    assertThat(best.wordsRank()).isEqualTo(1);
    assertThat(best.meaningRank()).isNull();
    assertThat(best.bm25()).isPositive();
    assertThat(best.terms()).containsExactlyInAnyOrder("연차", "휴가");
    assertThat(inspection.candidates().getLast().terms()).containsExactly("휴가");
    assertThat(inspection.terms()).extracting(Inspection.Term::text).contains("연차", "휴가");
    assertThat(inspection.terms())
        .filteredOn(term -> term.text().equals("휴가"))
        .allSatisfy(term -> assertThat(term.passages()).isEqualTo(2));
    assertThat(inspection.scope()).isEqualTo(new Inspection.Scope(1, 3, false));
    assertThat(inspection.chosen()).isNull();
  }

  @Test
  void whyADocumentDidNotComeUpIsTold() {
    UUID found = Accounts.read(owner, shelf, "연차 휴가는 15일이다");
    UUID other = Accounts.read(owner, shelf, "출장비 정산");
    UUID waiting = Accounts.announced(owner, shelf);
    Accounts.read(owner, shelf, Accounts.numbered(60, "휴가 휴가"));
    UUID outranked = Accounts.read(owner, shelf, "휴가 " + "다른 이야기를 길게 적는다 ".repeat(30));
    Shelf second = Accounts.shelf(owner);
    UUID elsewhere = Accounts.read(owner, second, "연차 휴가");
    assertThat(reason("연차 휴가", found)).isEqualTo(Reason.FOUND);
    assertThat(reason("연차 휴가", other)).isEqualTo(Reason.NOTHING_IN_COMMON);
    assertThat(reason("연차 휴가", waiting)).isEqualTo(Reason.NOT_SEARCHABLE);
    assertThat(reason("연차 휴가", elsewhere)).isEqualTo(Reason.OTHER_COLLECTION);
    Chosen behind = chosen("연차 휴가", SearchFilter.NONE, outranked);
    assertThat(behind.reason()).isEqualTo(Reason.OUTRANKED);
    assertThat(behind.wordsRank()).isGreaterThan(10);
    assertThat(chosen("연차 휴가", named("없는 이름"), found).reason()).isEqualTo(Reason.FILTERED_OUT);
  }

  @Test
  void anotherPersonsDocumentIsLikeNone() {
    Caller other = Accounts.person();
    UUID secret = Accounts.read(other, Accounts.shelf(other), "연차 휴가 비밀");
    UUID none = UUID.randomUUID();
    Chosen hidden = chosen("연차 휴가", SearchFilter.NONE, secret);
    assertThat(hidden).isEqualTo(Chosen.unknown(secret));
    assertThat(chosen("연차 휴가", SearchFilter.NONE, none)).isEqualTo(Chosen.unknown(none));
  }

  @Test
  void filtersLeaveDocumentsOut() {
    Accounts.read(owner, shelf, "연차 휴가");
    assertThat(hits(SearchFilter.NONE)).isEqualTo(1);
    assertThat(hits(named("D"))).isEqualTo(1);
    assertThat(hits(named("규정"))).isZero();
    assertThat(hits(new SearchFilter(null, List.of("pdf"), null, null))).isZero();
    Instant now = Instant.now();
    assertThat(hits(new SearchFilter(null, List.of(), now.minusSeconds(60), null))).isEqualTo(1);
    assertThat(hits(new SearchFilter(null, List.of(), null, now.minusSeconds(60)))).isZero();
    SUPERUSER
        .jdbc
        .sql("UPDATE knowledge.documents SET name = '규정 100%_최종.PDF' WHERE collection_id = ?")
        .param(shelf.id())
        .update();
    assertThat(hits(new SearchFilter("100%_", List.of("pdf"), null, null))).isEqualTo(1);
    assertThat(hits(named("100__최종"))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR true --",
        "x') OR 1=1; DROP TABLE knowledge.passages; --",
        "%",
        "\\",
        "$1",
        ":collections",
        "{a,b}",
        "'; SELECT set_config('app.user_id', '', true); --",
      })
  void craftedValuesAreOnlyValues(String crafted) {
    Caller other = Accounts.person();
    UUID secret = Accounts.read(other, Accounts.shelf(other), "연차 휴가");
    Accounts.read(owner, shelf, "연차 휴가");
    for (SearchFilter filter :
        List.of(named(crafted), new SearchFilter(null, List.of(crafted), null, null))) {
      assertThat(hits(filter)).isZero();
      assertThat(chosen(crafted + " 연차", filter, secret)).isEqualTo(Chosen.unknown(secret));
    }
    assertThat(inspect(crafted + " 연차", SearchFilter.NONE, null).candidates()).hasSize(1);
  }

  @Test
  void theGlossaryAlsoLooksForOtherWordsAndCountsThemLess() {
    String acronym = "zq" + UUID.randomUUID().toString().substring(0, 6).replaceAll("[0-9-]", "x");
    UUID exact = Accounts.read(owner, shelf, acronym + " 지침");
    UUID spelled = Accounts.read(owner, shelf, "개인정보 보호 책임자는 대표가 지정한다");
    Caller admin = admin();
    write(admin, acronym, "개인정보 보호 책임자");
    try {
      Inspection inspection = inspect(acronym, SearchFilter.NONE, null);
      assertThat(inspection.candidates())
          .extracting(c -> c.hit().documentId())
          .containsExactly(exact, spelled);
      assertThat(inspection.terms())
          .filteredOn(term -> term.addedBy() != null)
          .allSatisfy(term -> assertThat(term.addedBy()).isEqualTo(acronym))
          .hasSizeGreaterThan(1);
      assertThat(hits("개인정보 보호 책임자", SearchFilter.NONE)).isEqualTo(2);
      assertThat(hits("보호", SearchFilter.NONE)).isEqualTo(1);
    } finally {
      as(admin, () -> DOCUMENTS.jdbc.sql("DELETE FROM knowledge.glossary").update());
    }
  }

  @Test
  void onlyAdministratorsWriteTheGlossary() {
    assertThatThrownBy(() -> write(owner, "몰래", "다른 말"))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  private static Caller admin() {
    Caller person = Accounts.person();
    SUPERUSER
        .jdbc
        .sql("INSERT INTO identity.user_roles (user_id, role) VALUES (?, 'admin')")
        .param(person.id())
        .update();
    return person;
  }

  private static void write(Caller person, String term, String synonym) {
    as(
        person,
        () ->
            DOCUMENTS
                .jdbc
                .sql(
                    "INSERT INTO knowledge.glossary (term, synonyms, updated_by)"
                        + " VALUES (?, ARRAY[?], ?)")
                .params(term, synonym, person.id())
                .update());
  }

  private static <T> T as(Caller person, Supplier<T> work) {
    return DOCUMENTS.as(person, work);
  }

  private static SearchFilter named(String name) {
    return new SearchFilter(name, List.of(), null, null);
  }

  private int hits(SearchFilter filter) {
    return hits("연차 휴가", filter);
  }

  private int hits(String text, SearchFilter filter) {
    SearchRequest request = request(text, filter, List.of());
    return CHAT.as(owner, () -> retrieval().search(request)).hits().size();
  }

  @Test
  void aRerankerDecidesTheOrderAndBothRanksAreTold() throws IOException {
    UUID first = Accounts.read(owner, shelf, "휴가 휴가 휴가 신청");
    UUID second = Accounts.read(owner, shelf, "휴가는 사흘 전에 신청하며 부서장이 승인하고 인사팀에 알린다");
    try (RankingStandIn service = new RankingStandIn()) {
      service.favourite = "부서장";
      HybridRetrieval judged = retrieval(reranker(service));
      SearchRequest request = request("휴가 신청", SearchFilter.NONE, List.of(shelf.id()));
      assertThat(documents(retrieval(), request)).containsExactly(first, second);
      assertThat(documents(judged, request)).containsExactly(second, first);
      Inspection inspection =
          CHAT.as(owner, () -> judged.inspect(new InspectionRequest(request, first)));
      Candidate best = inspection.candidates().getFirst();
      assertThat(best.hit().documentId()).isEqualTo(second);
      assertThat(best.hit().relevance()).isEqualTo(0.97);
      assertThat(best.rank()).isEqualTo(1);
      assertThat(best.fusedRank()).isEqualTo(2);
      SearchRequest one =
          new SearchRequest("휴가 신청", List.of(shelf.id()), 1, SearchFilter.NONE, Sides.BOTH);
      Inspection cut = CHAT.as(owner, () -> judged.inspect(new InspectionRequest(one, first)));
      assertThat(cut.candidates()).hasSize(1);
      assertThat(Objects.requireNonNull(cut.chosen()).reason()).isEqualTo(Reason.OUTRANKED);
    }
  }

  @Test
  void withoutAnAnswerOfTheRerankerTheOrderOfTheScoresStays() throws IOException {
    UUID first = Accounts.read(owner, shelf, "휴가 휴가 휴가 신청");
    UUID second = Accounts.read(owner, shelf, "휴가는 사흘 전에 신청하며 부서장이 승인하고 인사팀에 알린다");
    try (RankingStandIn service = new RankingStandIn()) {
      service.favourite = "부서장";
      service.status = 503;
      SearchRequest request = request("휴가 신청", SearchFilter.NONE, List.of(shelf.id()));
      assertThat(documents(retrieval(reranker(service)), request)).containsExactly(first, second);
    }
  }

  @Test
  void aSecretQuestionIsNotJudged() throws IOException {
    UUID first = Accounts.read(owner, shelf, "휴가 휴가 휴가 신청");
    UUID second = Accounts.read(owner, shelf, "휴가는 사흘 전에 신청하며 부서장이 승인하고 인사팀에 알린다");
    try (RankingStandIn service = new RankingStandIn()) {
      service.favourite = "부서장";
      SearchRequest request = request("휴가 신청", SearchFilter.NONE, List.of(shelf.id()));
      HybridRetrieval judged = retrieval(reranker(service));
      assertThat(documents(judged, request.of(Clearance.CONFIDENTIAL)))
          .containsExactly(first, second);
      assertThat(documents(judged, request)).containsExactly(second, first);
    }
  }

  private List<UUID> documents(HybridRetrieval retrieval, SearchRequest request) {
    return CHAT.as(owner, () -> retrieval.search(request)).hits().stream()
        .map(Hit::documentId)
        .toList();
  }

  private static Reranker reranker(RankingStandIn service) {
    return new VertexReranker(
        service.address(),
        "semantic-ranker-default@latest",
        Duration.ofSeconds(20),
        () -> Optional.of(RankingStandIn.TOKEN),
        JSON);
  }

  private Inspection inspect(String text, SearchFilter filter, @Nullable UUID chosen) {
    InspectionRequest request =
        new InspectionRequest(request(text, filter, List.of(shelf.id())), chosen);
    return CHAT.as(owner, () -> retrieval().inspect(request));
  }

  private Reason reason(String text, UUID document) {
    return chosen(text, SearchFilter.NONE, document).reason();
  }

  private Chosen chosen(String text, SearchFilter filter, UUID document) {
    Chosen chosen = inspect(text, filter, document).chosen();
    assertThat(chosen).isNotNull();
    return chosen;
  }

  private static SearchRequest request(String text, SearchFilter filter, List<UUID> where) {
    return new SearchRequest(text, where, 10, filter, Sides.BOTH);
  }

  private static HybridRetrieval retrieval() {
    return retrieval(new NoReranker());
  }

  private static HybridRetrieval retrieval(Reranker reranker) {
    SearchSteps steps =
        new SearchSteps(
            CHAT.jdbc,
            new Glossary(CHAT.jdbc, ANALYZER),
            new WordSearch(CHAT.jdbc, Analyzers.known()),
            new MeaningSearch(CHAT.jdbc),
            new Hits(CHAT.jdbc, JSON));
    return new HybridRetrieval(CHAT.transactions, new NoEmbedding(), steps, reranker);
  }
}
