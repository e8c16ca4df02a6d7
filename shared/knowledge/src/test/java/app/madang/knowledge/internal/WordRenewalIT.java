package app.madang.knowledge.internal;

import static app.madang.knowledge.internal.Accounts.ANALYZER;
import static app.madang.knowledge.internal.Accounts.CHAT;
import static app.madang.knowledge.internal.Accounts.INGESTION;
import static app.madang.knowledge.internal.Accounts.JSON;
import static app.madang.knowledge.internal.Accounts.SUPERUSER;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.knowledge.SearchFilter;
import app.madang.knowledge.internal.Accounts.Shelf;
import app.madang.runtime.Caller;
import app.madang.testing.TestStack;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A newer analysis comes in while people search and workers die. */
class WordRenewalIT {

  private static final TermAnalyzer NEWER = RenewingWorker.NEWER;
  private static final int PASSAGES = 450;
  private static final String QUESTION = "annually reimbursed 숙박비";

  private final Caller owner = Accounts.person();
  private final Shelf shelf = Accounts.shelf(owner);
  private final SqlPassageWriter writer = new SqlPassageWriter(INGESTION.jdbc, JSON, NEWER);
  private final WordSearch search =
      new WordSearch(CHAT.jdbc, new Analyzers(NEWER, List.of(ANALYZER)));

  @Test
  void theEndEqualsAFreshIndexThoughTheWorkerWasKilledWhilePeopleSearched() throws Exception {
    List<UUID> documents = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      documents.add(Accounts.read(owner, shelf, texts(i)));
    }
    int all = 6 * PASSAGES;
    assertThat(found()).hasSize(all);
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService people = Executors.newSingleThreadExecutor()) {
      Future<Integer> searches = people.submit(() -> searchUntil(over, all));
      try {
        int killedAfter = renewAndKill(documents, 5);
        assertThat(killedAfter).as("killed in the middle").isBetween(5, 16);
        assertThat(versions()).as("both are there").hasSize(2);
        documents.forEach(this::renew);
      } finally {
        over.set(true);
      }
      assertThat(searches.get()).isGreaterThan(3);
    }
    assertThat(versions()).containsExactly(NEWER.version());
    List<String> moved = state(documents);
    assertThat(state(fresh())).isEqualTo(moved);
    Map<Long, Double> scores = found();
    assertThat(scores).hasSize(all);
    assertThat(documents).allSatisfy(id -> assertThat(analyzer(id)).isEqualTo(NEWER.version()));
    documents.forEach(this::renew);
    assertThat(found()).isEqualTo(scores);
  }

  @Test
  void whatIsNotInTheIndexIsLeftAlone() {
    UUID deleting = Accounts.read(owner, shelf, texts(1));
    SUPERUSER
        .jdbc
        .sql("UPDATE knowledge.documents SET status = 'DELETING' WHERE id = ?")
        .param(deleting)
        .update();
    assertThat(INGESTION.transactions.<Integer>call(() -> writer.renew(deleting))).isZero();
    assertThat(versions()).containsExactly(ANALYZER.version());
  }

  private static String[] texts(int document) {
    return IntStream.range(0, PASSAGES)
        .mapToObj(
            i ->
                (i % 2 == 0 ? "숙박비는 실비로 정산한다 " : "Travel is reimbursed annually, item ")
                    + i
                    + " of "
                    + document)
        .toArray(String[]::new);
  }

  private int searchUntil(AtomicBoolean over, int expected) {
    int asked = 0;
    while (!over.get()) {
      assertThat(found()).as("each passage is found at each moment").hasSize(expected);
      asked++;
    }
    return asked;
  }

  private Map<Long, Double> found() {
    return CHAT.as(
        owner,
        () -> {
          Scope scope = search.scope(List.of(shelf.id()));
          return new LinkedHashMap<>(
              search.search(search.terms(QUESTION, scope), scope, SearchFilter.NONE, 10_000));
        });
  }

  private void renew(UUID document) {
    int renewed = INGESTION.transactions.call(() -> writer.renew(document));
    while (renewed > 0) {
      renewed = INGESTION.transactions.call(() -> writer.renew(document));
    }
  }

  /** How many blocks another process had told before it was killed. */
  private static int renewAndKill(List<UUID> documents, int most) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), RenewingWorker.class.getName()));
    command.add(TestStack.get().jdbcUrl());
    command.add(TestStack.get().password());
    documents.forEach(id -> command.add(id.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    int told = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      while (lines.readLine() != null) {
        if (++told == most) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    return told;
  }

  /** The same documents in another collection, by the newer analysis from the start. */
  private List<UUID> fresh() {
    Shelf other = Accounts.shelf(owner);
    List<UUID> documents = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      UUID document = Accounts.announced(owner, other);
      SqlDocuments states = new SqlDocuments(INGESTION.jdbc, JSON);
      INGESTION.transactions.run(() -> states.claim(document, 1L));
      String[] texts = texts(i);
      INGESTION.transactions.run(
          () -> {
            states.chunked(document, texts.length);
            writer.replace(document, Accounts.passages(texts));
          });
      documents.add(document);
    }
    return documents;
  }

  private List<Integer> versions() {
    return SUPERUSER
        .jdbc
        .sql("SELECT DISTINCT analyzer FROM knowledge.passages WHERE collection = ? ORDER BY 1")
        .param(shelf.number())
        .query(Integer.class)
        .list();
  }

  private static int analyzer(UUID document) {
    return SUPERUSER
        .jdbc
        .sql("SELECT analyzer FROM knowledge.documents WHERE id = ?")
        .param(document)
        .query(Integer.class)
        .single();
  }

  /** All that a search by words depends on, and the totals. */
  private static List<String> state(List<UUID> documents) {
    return documents.stream()
        .map(
            id ->
                SUPERUSER
                    .jdbc
                    .sql(
                        """
                        SELECT md5(string_agg(concat_ws('|', p.ordinal, p.length, p.terms, p.analyzer,
                            (SELECT string_agg(t.slot || ':' || encode(t.words, 'hex'), ',' ORDER BY t.slot)
                             FROM knowledge.postings t WHERE t.block = p.block AND p.place = 0)),
                            ',' ORDER BY p.ordinal))
                          || (SELECT concat_ws(' ', '', sum(s.passages), sum(s.length)) FROM knowledge.corpus_deltas s
                              WHERE s.collection = min(p.collection))
                        FROM knowledge.passages p WHERE p.document_id = ?
                        """)
                    .param(id)
                    .query(String.class)
                    .single())
        .toList();
  }
}
