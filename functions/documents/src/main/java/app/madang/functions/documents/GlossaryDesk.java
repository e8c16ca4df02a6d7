package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.knowledge.WordAnalysis;
import app.madang.runtime.Caller;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators say which words mean the same here; the database lets nobody else. */
final class GlossaryDesk {

  private static final String LIST =
      "SELECT id, term, synonyms, updated_at FROM knowledge.glossary ORDER BY lower(term)";

  private static final String PUT =
      """
      INSERT INTO knowledge.glossary (term, synonyms, updated_by) VALUES (:term, :synonyms, :person)
      ON CONFLICT (lower(term)) DO UPDATE
      SET term = excluded.term, synonyms = excluded.synonyms, updated_by = excluded.updated_by,
        updated_at = now()
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;

  GlossaryDesk(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  record Nothing() {}

  record NewEntry(
      @NotBlank @Size(max = 100) String term,
      @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 100) String> synonyms) {}

  record PutGlossary(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid NewEntry> entries) {}

  record EntryId(@NotNull UUID entryId) {}

  record Entry(UUID id, String term, List<String> synonyms, Instant updatedAt) {}

  /**
   * All entries.
   *
   * @param renewal how far the index is on its way to a newer analysis; null when it is there
   */
  record GlossaryList(List<Entry> items, @Nullable Renewal renewal) {}

  /**
   * The index moves to a newer analysis of words.
   *
   * @param documents in the company's index
   * @param waiting those of them whose words an older analysis made
   */
  record Renewal(long documents, long waiting) {}

  GlossaryList list(Nothing input) {
    Role.require(Role.ADMIN);
    return transactions.read(this::all);
  }

  GlossaryList put(PutGlossary input) {
    Role.require(Role.ADMIN);
    return transactions.call(
        () -> {
          input.entries().forEach(this::put);
          return all();
        });
  }

  void remove(EntryId input) {
    Role.require(Role.ADMIN);
    int gone =
        transactions.call(
            () ->
                jdbc.sql("DELETE FROM knowledge.glossary WHERE id = :id")
                    .param("id", input.entryId())
                    .update());
    if (gone == 0) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }

  private void put(NewEntry entry) {
    jdbc.sql(PUT)
        .param("term", entry.term().strip())
        .param("synonyms", entry.synonyms().stream().map(String::strip).toArray(String[]::new))
        .param("person", Caller.current().id())
        .update();
  }

  private GlossaryList all() {
    return new GlossaryList(
        jdbc.sql(LIST)
            .query(
                (row, n) ->
                    new Entry(
                        row.getObject("id", UUID.class),
                        row.getString("term"),
                        List.of((String[]) row.getArray("synonyms").getArray()),
                        row.getTimestamp("updated_at").toInstant()))
            .list(),
        renewal());
  }

  private @Nullable Renewal renewal() {
    Renewal renewal =
        jdbc.sql("SELECT * FROM knowledge.renewal(CAST(:version AS smallint))")
            .param("version", WordAnalysis.VERSION)
            .query(Renewal.class)
            .single();
    return renewal.waiting() == 0 ? null : renewal;
  }
}
