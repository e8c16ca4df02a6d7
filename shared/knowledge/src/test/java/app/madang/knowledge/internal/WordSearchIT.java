package app.madang.knowledge.internal;

import static app.madang.knowledge.internal.Accounts.ANALYZER;
import static app.madang.knowledge.internal.Accounts.CHAT;
import static app.madang.knowledge.internal.Accounts.SUPERUSER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.SearchFilter;
import app.madang.knowledge.internal.Accounts.Shelf;
import app.madang.runtime.Caller;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.junit.jupiter.api.Test;

class WordSearchIT {

  private static final String[] TEXTS = {
    "연차 유급휴가는 1년간 80퍼센트 이상 출근한 사원에게 15일을 준다.",
    "사원은 휴가를 3일 전에 신청하고 부서장의 승인을 받는다.",
    "출장비는 실비로 정산하며 영수증을 붙인다.",
    "휴가 휴가 휴가: 여름 휴가는 7월과 8월에 쓴다.",
    "Annual leave requests are approved by the manager within three days.",
    "The manager approves travel expenses; leave them in the tray.",
    "보안 사고가 나면 바로 정보보호팀에 알린다.",
  };

  private final Caller owner = Accounts.person();
  private final WordSearch search = new WordSearch(CHAT.jdbc, Analyzers.known());

  @Test
  void itScoresAsLuceneDoes() throws IOException {
    Shelf shelf = Accounts.shelf(owner);
    Accounts.read(owner, shelf, TEXTS);
    for (String question :
        List.of("휴가는 며칠 전에 신청하나요?", "annual leave manager", "출장비 정산", "휴가 휴가 approved")) {
      Map<String, Double> ours = ours(question);
      Map<String, Double> lucenes = lucenes(question);
      assertThat(ours.keySet()).containsExactlyElementsOf(lucenes.keySet());
      // Lucene leaves out the constant factor k1 + 1
      lucenes.forEach(
          (text, score) ->
              assertThat(ours.get(text)).isCloseTo(score * (WordSearch.K1 + 1), within(1e-4)));
    }
  }

  @Test
  void statisticsAreThoseOfTheScopeOnly() {
    Shelf shelf = Accounts.shelf(owner);
    Accounts.read(owner, shelf, TEXTS);
    Map<String, Double> before = ours("휴가 신청");
    Caller other = Accounts.person();
    Accounts.read(other, Accounts.shelf(other), Accounts.numbered(50, "휴가 신청"));
    assertThat(ours("휴가 신청")).isEqualTo(before);
  }

  @Test
  void headingsFindAPassageButAreNotInItsText() {
    Shelf shelf = Accounts.shelf(owner);
    UUID document = Accounts.announced(owner, shelf);
    Location under = new Location(null, null, null, List.of("출장 규정", "숙박"));
    Accounts.index(document, List.of(new NewPassage("하룻밤에 8만 원까지.", under)));
    assertThat(ours("출장 규정").keySet()).containsExactly("하룻밤에 8만 원까지.");
  }

  @Test
  void passagesOfADocumentBeingDeletedAreNotFound() {
    Shelf shelf = Accounts.shelf(owner);
    UUID document = Accounts.read(owner, shelf, TEXTS);
    SUPERUSER
        .jdbc
        .sql("UPDATE knowledge.documents SET status = 'DELETING' WHERE id = ?")
        .param(document)
        .update();
    assertThat(ours("휴가")).isEmpty();
  }

  @Test
  void theKeyIsSearchedBeforeThePolicyIsAsked() {
    Shelf shelf = Accounts.shelf(owner);
    for (int i = 0; i < 10; i++) {
      Accounts.read(owner, shelf, Accounts.numbered(200, TEXTS[i % TEXTS.length] + i));
    }
    SUPERUSER
        .jdbc
        .sql(
            """
            INSERT INTO knowledge.postings
            SELECT 4096 + g % 4096, 1000000 + g % 50, -g, -1, repeat('a', 200)::bytea
            FROM generate_series(1, 100000) g
            """)
        .update();
    SUPERUSER.jdbc.sql("VACUUM ANALYZE knowledge.postings").update();
    String plan = plan();
    SUPERUSER.jdbc.sql("DELETE FROM knowledge.postings WHERE acl_id = -1").update();
    assertThat(plan).contains("Index Only Scan using postings_pkey");
    assertThat(plan).doesNotContain("Seq Scan on postings");
    assertThat(plan).containsPattern("Index Cond: \\(.*slot = ANY.*collection = ANY");
    assertThat(plan).containsPattern("Filter: .*acl_id = \\(hashed SubPlan");
  }

  private String plan() {
    return CHAT.as(
        owner,
        () -> {
          Scope scope = Scope.read(CHAT.jdbc, List.of(), Analyzers.known());
          return String.join(
              "\n",
              CHAT.jdbc
                  .sql("EXPLAIN " + WordSearch.SQL)
                  .params(WordSearch.parameters(ANALYZER.question("연차 승인", 10), scope))
                  .query(String.class)
                  .list());
        });
  }

  private Map<String, Double> ours(String question) {
    return CHAT.as(
        owner,
        () -> {
          Scope scope = Scope.read(CHAT.jdbc, List.of(), Analyzers.known());
          Map<String, Double> byText = new LinkedHashMap<>();
          search
              .search(search.terms(question, scope), scope, SearchFilter.NONE, 100)
              .forEach((passage, score) -> byText.put(text(passage), score));
          return byText;
        });
  }

  private static String text(long passage) {
    return CHAT.jdbc
        .sql("SELECT text FROM knowledge.passages WHERE id = ?")
        .param(passage)
        .query(String.class)
        .single();
  }

  private static Map<String, Double> lucenes(String question) throws IOException {
    BM25Similarity similarity = new BM25Similarity((float) WordSearch.K1, (float) WordSearch.B);
    Map<String, Double> byText = new LinkedHashMap<>();
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      IndexWriterConfig config = new IndexWriterConfig(ANALYZER.analyzer());
      try (IndexWriter writer = new IndexWriter(directory, config.setSimilarity(similarity))) {
        for (String text : TEXTS) {
          Document document = new Document();
          String indexed = IndexedText.of("d", new NewPassage(text, Location.NONE));
          document.add(new TextField("text", indexed, Field.Store.NO));
          document.add(new StringField("id", text, Field.Store.YES));
          writer.addDocument(document);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        QueryBuilder queries = new QueryBuilder(ANALYZER.analyzer());
        for (ScoreDoc hit :
            searcher.search(queries.createBooleanQuery("text", question), 100).scoreDocs) {
          String text = searcher.storedFields().document(hit.doc).get("id");
          byText.put(text, (double) hit.score);
        }
      }
    }
    return byText;
  }
}
