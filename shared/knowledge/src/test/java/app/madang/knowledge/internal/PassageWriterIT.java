package app.madang.knowledge.internal;

import static app.madang.knowledge.internal.Accounts.ANALYZER;
import static app.madang.knowledge.internal.Accounts.INGESTION;
import static app.madang.knowledge.internal.Accounts.JSON;
import static app.madang.knowledge.internal.Accounts.SUPERUSER;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.knowledge.FailureCode;
import app.madang.knowledge.internal.Accounts.Shelf;
import app.madang.runtime.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PassageWriterIT {

  private final SqlDocuments documents = new SqlDocuments(INGESTION.jdbc, Accounts.JSON);
  private final SqlPassageWriter writer = new SqlPassageWriter(INGESTION.jdbc, JSON, ANALYZER);
  private final Caller owner = Accounts.person();
  private final Shelf shelf = Accounts.shelf(owner);

  @Test
  void writingAgainChangesNothingThatAnyoneSees() {
    UUID document = Accounts.read(owner, shelf, "연차 휴가 규칙", "annual leave rules");
    List<String> before = state(document);
    INGESTION.transactions.run(
        () -> writer.replace(document, Accounts.passages("연차 휴가 규칙", "annual leave rules")));
    assertThat(state(document)).isEqualTo(before);
  }

  @Test
  void aRedeliveredEventAfterTheEndDoesNothing() {
    UUID document = Accounts.read(owner, shelf, "한 번만");
    List<String> before = state(document);
    boolean claimed = INGESTION.transactions.call(() -> documents.claim(document, 1L).isPresent());
    assertThat(claimed).isFalse();
    boolean failed =
        INGESTION.transactions.call(() -> documents.failed(document, FailureCode.INTERNAL));
    assertThat(failed).isFalse();
    assertThat(state(document)).isEqualTo(before);
  }

  @Test
  void ofTwoWorkersOnOneDocumentTheFirstWins() throws Exception {
    UUID document = Accounts.announced(owner, shelf);
    INGESTION.transactions.run(() -> documents.claim(document, 1L));
    List<Boolean> wins = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> races = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        races.add(workers.submit(() -> readOnce(document)));
      }
      for (Future<Boolean> race : races) {
        wins.add(race.get());
      }
    }
    assertThat(wins).containsOnlyOnce(true);
    assertThat(totals()).isEqualTo("2 passages");
  }

  private boolean readOnce(UUID document) {
    return INGESTION.transactions.call(
        () -> {
          boolean mine = documents.chunked(document, 2);
          if (mine) {
            writer.replace(document, Accounts.passages("하나", "둘"));
          }
          return mine;
        });
  }

  @Test
  void concurrentUploadsAddUpAndFoldWithoutLoss() throws Exception {
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      made.add(Accounts.announced(owner, shelf));
    }
    SqlStatisticsCompactor compactor = new SqlStatisticsCompactor(Accounts.DOCUMENTS.jdbc);
    try (ExecutorService workers = Executors.newFixedThreadPool(6)) {
      List<Future<?>> work = new ArrayList<>();
      for (UUID document : made) {
        work.add(workers.submit(() -> Accounts.index(document, "같은 낱말", "다른 낱말")));
        work.add(workers.submit(() -> compact(compactor)));
      }
      for (Future<?> done : work) {
        done.get();
      }
    }
    compact(compactor);
    assertThat(totals()).isEqualTo("48 passages");
    long word = ANALYZER.analyze("낱말").ids()[0];
    long frequency = 0;
    for (byte[] row :
        SUPERUSER
            .jdbc
            .sql("SELECT words FROM knowledge.postings WHERE collection = ?")
            .params(shelf.number())
            .query(byte[].class)
            .list()) {
      int found = PostingRows.find(row, word);
      frequency += found < 0 ? 0 : PostingRows.count(row, found);
    }
    assertThat(frequency).isEqualTo(48);
  }

  @Test
  void removingLeavesNoTrace() {
    UUID document = Accounts.read(owner, shelf, Accounts.numbered(450, "지울 문장"));
    INGESTION.transactions.run(() -> assertThat(writer.remove(document, 10)).isEqualTo(200));
    INGESTION.transactions.run(() -> assertThat(writer.remove(document, 500)).isEqualTo(250));
    INGESTION.transactions.run(() -> assertThat(writer.remove(document, 100)).isZero());
    assertThat(totals()).isEqualTo("0 passages");
    Long left =
        SUPERUSER
            .jdbc
            .sql(
                """
                SELECT count(*) FROM knowledge.postings WHERE collection = :c
                """)
            .param("c", shelf.number())
            .query(Long.class)
            .single();
    assertThat(left).isZero();
  }

  @Test
  void aVersionThatWasReplacedLeavesTheIndexAndStaysReadable() {
    UUID first = Accounts.read(owner, shelf, "첫 판의 문장", "그 다음 문장");
    UUID second = Accounts.announced(owner, shelf);
    SUPERUSER
        .jdbc
        .sql(
            """
            UPDATE knowledge.documents SET series_id = :first, version = CASE id WHEN :first THEN 1 ELSE 2 END,
              standing = CASE id WHEN :first THEN 'current' ELSE 'coming' END WHERE id IN (:first, :second)
            """)
        .param("first", first)
        .param("second", second)
        .update();
    Accounts.index(second, "둘째 판의 문장");
    assertThat(totals()).isEqualTo("1 passages");
    assertThat(state(first)).hasSize(2);
    assertThat(
            SUPERUSER
                .jdbc
                .sql("SELECT count(DISTINCT block) FROM knowledge.postings WHERE collection = ?")
                .params(shelf.number())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    INGESTION.transactions.run(() -> assertThat(writer.remove(first, 500)).isEqualTo(2));
    assertThat(totals()).isEqualTo("1 passages");
  }

  private static void compact(SqlStatisticsCompactor compactor) {
    Accounts.DOCUMENTS.transactions.run(
        () -> {
          Accounts.DOCUMENTS
              .jdbc
              .sql("SELECT set_config('app.worker', 'documents', true)")
              .query(String.class)
              .single();
          compactor.compact();
        });
  }

  private String totals() {
    return SUPERUSER
        .jdbc
        .sql(
            "SELECT coalesce(sum(passages), 0) || ' passages' FROM knowledge.corpus_deltas WHERE collection = ?")
        .param(shelf.number())
        .query(String.class)
        .single();
  }

  /** All that a search or a citation depends on. */
  private List<String> state(UUID document) {
    return SUPERUSER
        .jdbc
        .sql(
            """
            SELECT concat_ws('|', p.public_id, p.ordinal, p.text, p.location, p.language, p.length,
              encode(p.content_hash, 'hex'), p.terms, d.status, d.passage_count,
              (SELECT string_agg(concat_ws(':', t.slot, encode(t.words, 'hex')), ',' ORDER BY t.slot)
               FROM knowledge.postings t WHERE t.block = p.block),
              (SELECT sum(passages) FROM knowledge.corpus_deltas WHERE collection = p.collection))
            FROM knowledge.passages p JOIN knowledge.documents d ON d.id = p.document_id
            WHERE d.id = ? ORDER BY p.ordinal
            """)
        .param(document)
        .query(String.class)
        .list();
  }
}
