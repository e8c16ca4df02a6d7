package app.madang.functions.documents;

import app.madang.contracts.EventType;
import app.madang.contracts.ProblemCode;
import app.madang.contracts.events.ConnectorDue;
import app.madang.functions.documents.Collections.CollectionId;
import app.madang.functions.documents.Connector.Kind;
import app.madang.functions.documents.Connector.Reason;
import app.madang.functions.documents.source.SourceSettings;
import app.madang.functions.documents.source.Sources;
import app.madang.runtime.Caller;
import app.madang.runtime.Cursor;
import app.madang.runtime.Outbox;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A collection's connectors: set up by owners who are builders or administrators, seen by editors.
 * To change one ends the worker's lease, so that no run goes on with what held before.
 */
final class Connectors {

  private static final String INSERT =
      """
      INSERT INTO knowledge.connectors (id, collection_id, folder_id, acl_id, kind, name, settings, every_minutes, created_by)
      SELECT :id, :collection, (SELECT id FROM knowledge.folders WHERE id = :folder AND collection_id = :collection),
        :acl, :kind, :name, :settings, :every, :person
      """;

  private static final String CHANGE =
      """
      UPDATE knowledge.connectors SET name = :name, settings = :settings, every_minutes = :every, phase = 'rest',
        cursor = NULL, checkpoint = NULL, reason = NULL, attempts = 0, next_at = now(), lease = NULL, lease_until = '-infinity',
        state = CASE state WHEN 'paused' THEN state ELSE 'waiting' END
      WHERE id = :id
      """;

  private static final String RUN =
      """
      UPDATE knowledge.connectors SET next_at = now(), attempts = 0,
        state = CASE state WHEN 'running' THEN state ELSE 'waiting' END
      WHERE id = :id
      """;

  private static final String PAUSE =
      "UPDATE knowledge.connectors SET state = 'paused', reason = NULL WHERE id = :id";

  private static final String DELETE =
      """
      UPDATE knowledge.connectors SET state = 'deleting', next_at = now(), lease = NULL, lease_until = '-infinity'
      WHERE id = :id
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;
  private final ConnectorRows rows;
  private final SealedSettings settings;
  private final Sources sources;
  private final Outbox outbox;

  Connectors(
      Transactions transactions,
      JdbcClient jdbc,
      Rights rights,
      ConnectorRows rows,
      SealedSettings settings,
      Sources sources,
      Outbox outbox) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
    this.rows = rows;
    this.settings = settings;
    this.sources = sources;
    this.outbox = outbox;
  }

  record ConnectorId(@NotNull UUID connectorId) {}

  record ConnectorList(List<Connector> items) {}

  record CreateConnector(
      @NotNull UUID collectionId,
      @NotNull Kind kind,
      @NotBlank @Size(max = 120) String name,
      @Nullable UUID folderId,
      @NotNull @Min(15) @Max(43_200) Integer everyMinutes,
      @NotNull @Valid SourceSettings source,
      @Nullable String idempotencyKey) {}

  record UpdateConnector(
      @NotNull UUID connectorId,
      @NotBlank @Size(max = 120) String name,
      @NotNull @Min(15) @Max(43_200) Integer everyMinutes,
      @NotNull @Valid SourceSettings source) {}

  record PauseConnector(@NotNull UUID connectorId, @NotNull Boolean paused) {}

  record ConnectorProblems(
      @NotNull UUID connectorId, @Nullable String cursor, @Nullable Integer limit) {}

  /** An item without a document, or whose document is older than the item. */
  record Problem(
      UUID id,
      String externalId,
      String name,
      Reason reason,
      boolean passing,
      @Nullable Instant checkedAt) {}

  ConnectorList list(CollectionId input) {
    return transactions.read(
        () -> {
          rights.collection(input.collectionId(), CollectionRole.EDITOR);
          return new ConnectorList(rows.of(input.collectionId()));
        });
  }

  Connector get(ConnectorId input) {
    return transactions.read(() -> rows.get(input.connectorId()));
  }

  Connector create(CreateConnector input) {
    return transactions.call(
        () -> {
          long acl = rights.collection(input.collectionId(), CollectionRole.OWNER);
          demandBuilder();
          check(input.kind(), input.source());
          UUID id = jdbc.sql("SELECT uuidv7()").query(UUID.class).single();
          jdbc.sql(INSERT)
              .param("id", id)
              .param("collection", input.collectionId())
              .param("folder", input.folderId(), java.sql.Types.OTHER)
              .param("acl", acl)
              .param("kind", input.kind().code())
              .param("name", Names.checked("name", input.name()))
              .param("settings", settings.seal(id, input.source()))
              .param("every", input.everyMinutes())
              .param("person", Caller.current().id())
              .update();
          emit(id);
          return rows.get(id);
        });
  }

  Connector update(UpdateConnector input) {
    return transactions.call(
        () -> {
          Connector known = demandOwned(input.connectorId());
          check(known.kind(), input.source());
          jdbc.sql(CHANGE)
              .param("id", known.id())
              .param("name", Names.checked("name", input.name()))
              .param("settings", settings.seal(known.id(), input.source()))
              .param("every", input.everyMinutes())
              .update();
          emit(known.id());
          return rows.get(known.id());
        });
  }

  void delete(ConnectorId input) {
    transactions.run(
        () -> {
          UUID id = demandOwned(input.connectorId()).id();
          jdbc.sql(DELETE).param("id", id).update();
          emit(id);
        });
  }

  Connector run(ConnectorId input) {
    return transactions.call(() -> wake(demandOwned(input.connectorId()).id()));
  }

  Connector pause(PauseConnector input) {
    return transactions.call(
        () -> {
          UUID id = demandOwned(input.connectorId()).id();
          if (!input.paused()) {
            return wake(id);
          }
          jdbc.sql(PAUSE).param("id", id).update();
          return rows.get(id);
        });
  }

  Page<Problem> problems(ConnectorProblems input) {
    int limit = Page.limit(input.limit());
    UUID after = Ids.ofCursor(input.cursor());
    List<Problem> found =
        transactions.read(
            () -> {
              rows.get(input.connectorId());
              return rows.problems(input.connectorId(), after, limit + 1);
            });
    return Page.of(found, limit, last -> Cursor.encode(last.id()));
  }

  private Connector wake(UUID id) {
    jdbc.sql(RUN).param("id", id).update();
    emit(id);
    return rows.get(id);
  }

  private Connector demandOwned(UUID id) {
    Connector known = rows.get(id);
    rights.collection(known.collectionId(), CollectionRole.OWNER);
    demandBuilder();
    return known;
  }

  private static void demandBuilder() {
    if (!Caller.current().has("builder") && !Caller.current().has("admin")) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }

  private void check(Kind kind, SourceSettings source) {
    switch (kind) {
      case WEB -> {
        if (source.urls() == null
            || source.urls().isEmpty()
            || !source.urls().stream().allMatch(Sources::isWebAddress)) {
          throw ProblemException.field("source.urls", Words.of("connector_urls"));
        }
      }
      case BUCKET -> {
        if (source.bucket() == null || !sources.admits(source.bucket())) {
          throw ProblemException.field("source.bucket", Words.of("connector_bucket"));
        }
      }
      case DRIVE -> {
        if (source.driveFolder() == null || !source.driveFolder().matches("[\\w-]{5,200}")) {
          throw ProblemException.field("source.driveFolder", Words.of("connector_drive"));
        }
      }
    }
  }

  private void emit(UUID id) {
    outbox.append(EventType.CONNECTOR_DUE.topic(), new ConnectorDue(id));
  }
}
