package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.functions.publishing.ActionDesk.Secret;
import app.madang.functions.publishing.ActionDesk.Source;
import app.madang.identity.Role;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Sealer;
import app.madang.runtime.Transactions;
import app.madang.toolbox.ToolAction;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a source of actions again where it stands: shows how it differs, and takes just what was
 * shown. What is released stays as it was pinned.
 */
final class ActionRenewal {

  private static final UUID NOBODY = new UUID(0, 0);

  private static final String KNOWN =
      """
      SELECT s.kind, s.name, s.base_url, s.header, s.version, toolbox.source_secret(s.id) AS sealed FROM toolbox.action_sources s WHERE s.id = ?
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final JsonMapper json;
  private final ActionDesk desk;

  ActionRenewal(
      Transactions transactions, JdbcClient jdbc, Sealer sealer, JsonMapper json, ActionDesk desk) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.json = json;
    this.desk = desk;
  }

  record CompareActionSource(
      @NotNull UUID sourceId, @Nullable @Size(max = 1_000_000) String document) {}

  record RenewActionSource(
      @NotNull UUID sourceId,
      @Nullable @Size(max = 1_000_000) String document,
      @NotBlank @Size(max = 64) String expected,
      @Nullable @Size(min = 8, max = 64) String idempotencyKey) {}

  record PutActionSecret(@NotNull UUID sourceId, @NotNull @Valid Secret secret) {}

  /**
   * How what was read differs from what is known.
   *
   * @param expected stands for both; taking it over demands that neither has changed
   */
  record Difference(String expected, List<Change> changes) {}

  /** One action of it; one that stayed as it was is not in it. */
  record Change(Kind kind, @Nullable Told before, @Nullable Told after) {}

  enum Kind {
    @JsonProperty("added")
    ADDED,
    @JsonProperty("gone")
    GONE,
    @JsonProperty("changed")
    CHANGED
  }

  /** What decides what is called and what a model is told. */
  record Told(
      String name,
      @Nullable String description,
      String method,
      String path,
      JsonNode schema,
      boolean writing,
      boolean mayRead,
      List<String> personalFields) {}

  private record Known(
      String kind,
      String name,
      String baseUrl,
      @Nullable String header,
      int version,
      byte @Nullable [] sealed) {}

  /** What becomes of each action: both when it is there still, else one of them. */
  private record Pair(@Nullable ToolAction before, @Nullable ToolAction after) {

    private boolean differs() {
      return before == null || after == null || !before.hash().equals(after.hash());
    }
  }

  Difference compare(CompareActionSource input) {
    Role.require(Role.ADMIN);
    List<ToolAction> fresh = read(input.sourceId(), input.document());
    List<ToolAction> known = transactions.read(() -> actions(input.sourceId()));
    return new Difference(
        expected(known, fresh),
        pairs(known, fresh).stream().filter(Pair::differs).map(this::change).toList());
  }

  /** Nobody waits for the server in a transaction; what it says then must be what was shown. */
  Source renew(RenewActionSource input) {
    Role.require(Role.ADMIN);
    UUID source = input.sourceId();
    List<ToolAction> fresh = read(source, input.document());
    return transactions.call(
        () -> {
          int version = desk.lock(source);
          List<ToolAction> known = actions(source);
          if (!expected(known, fresh).equals(input.expected())) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          List<Pair> pairs = pairs(known, fresh);
          pairs.forEach(pair -> keep(source, pair));
          if (pairs.stream().anyMatch(Pair::differs)) {
            jdbc.sql(
                    "UPDATE toolbox.action_sources SET version = version + 1, renewed_at = now() WHERE id = ?")
                .param(source)
                .update();
            int drafts =
                jdbc.sql("SELECT toolbox.renew_drafts(?)")
                    .param(source)
                    .query(Integer.class)
                    .single();
            desk.note("source.renewed", source, told(version + 1, pairs, drafts));
          }
          return desk.one(source);
        });
  }

  /** The next call takes it; what a person allowed before stays allowed. */
  Source putSecret(PutActionSecret input) {
    Role.require(Role.ADMIN);
    UUID source = input.sourceId();
    Secret secret = input.secret();
    return transactions.call(
        () -> {
          String context =
              ToolAction.secretContext(
                  source, ToolAction.host(URI.create(known(source).baseUrl())));
          jdbc.sql("UPDATE toolbox.action_sources SET header = ?, sealed = ? WHERE id = ?")
              .params(
                  secret.header(),
                  sealer.seal(secret.value().getBytes(StandardCharsets.UTF_8), context),
                  source)
              .update();
          desk.note("secret.put", source, Map.of("header", secret.header()));
          return desk.one(source);
        });
  }

  private List<ToolAction> read(UUID source, @Nullable String document) {
    Known known = transactions.read(() -> known(source));
    byte[] sealed = known.sealed();
    Secret secret =
        known.header() == null || sealed == null
            ? null
            : new Secret(known.header(), opened(source, known.baseUrl(), sealed));
    return desk.read(
        ActionDesk.Kind.of(known.kind()), source, known.name(), known.baseUrl(), document, secret);
  }

  private String opened(UUID source, String address, byte[] sealed) {
    String context = ToolAction.secretContext(source, ToolAction.host(URI.create(address)));
    return new String(sealer.open(sealed, context), StandardCharsets.UTF_8);
  }

  private Known known(UUID source) {
    return jdbc.sql(KNOWN)
        .param(source)
        .query(Known.class)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  private List<ToolAction> actions(UUID source) {
    return jdbc
        .sql("SELECT definition FROM toolbox.actions WHERE source_id = ? ORDER BY id")
        .param(source)
        .query(String.class)
        .list()
        .stream()
        .map(ToolAction::one)
        .toList();
  }

  private void keep(UUID source, Pair pair) {
    ToolAction before = pair.before();
    ToolAction after = pair.after();
    if (after == null) {
      jdbc.sql("DELETE FROM toolbox.actions WHERE id = ?")
          .param(Objects.requireNonNull(before).id())
          .update();
    } else if (before == null) {
      jdbc.sql("INSERT INTO toolbox.actions (id, source_id, definition) VALUES (?, ?, ?)")
          .params(after.id(), source, after.json())
          .update();
    } else if (!after.equals(before)) {
      jdbc.sql("UPDATE toolbox.actions SET definition = ? WHERE id = ?")
          .params(after.json(), after.id())
          .update();
    }
  }

  /** By its name, else where it goes; a tool of a server has nothing but its name there. */
  private static List<Pair> pairs(List<ToolAction> known, List<ToolAction> fresh) {
    List<ToolAction> left = new ArrayList<>(fresh);
    List<ToolAction> gone = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    for (ToolAction before : known) {
      take(left, before, ActionRenewal::isNamedAlike)
          .ifPresentOrElse(after -> pairs.add(pair(before, after)), () -> gone.add(before));
    }
    for (ToolAction before : gone) {
      take(left, before, ActionRenewal::goesThere)
          .ifPresentOrElse(
              after -> pairs.add(pair(before, after)), () -> pairs.add(new Pair(before, null)));
    }
    left.forEach(after -> pairs.add(new Pair(null, after)));
    return pairs;
  }

  private static Optional<ToolAction> take(
      List<ToolAction> left, ToolAction before, BiPredicate<ToolAction, ToolAction> is) {
    Optional<ToolAction> found = left.stream().filter(after -> is.test(before, after)).findFirst();
    found.ifPresent(left::remove);
    return found;
  }

  private static boolean isNamedAlike(ToolAction before, ToolAction after) {
    return before.mcp() == null
        ? before.name().equals(after.name())
        : before.path().equals(after.path());
  }

  private static boolean goesThere(ToolAction before, ToolAction after) {
    return before.mcp() == null
        && before.method().equals(after.method())
        && before.path().equals(after.path());
  }

  /**
   * What an administrator said of an action holds for what it was: of another it must be said anew.
   */
  private static Pair pair(ToolAction before, ToolAction after) {
    ToolAction same = after.as(before.id(), before.writing(), before.personalFields());
    if (same.hash().equals(before.hash())) {
      return new Pair(before, same);
    }
    boolean writes = before.writing() || after.writing();
    List<String> personal = isCalledAlike(before, after) ? before.personalFields() : List.of();
    return new Pair(before, after.as(before.id(), writes, personal));
  }

  /** The host cannot change: the source is read where it stands. */
  private static boolean isCalledAlike(ToolAction before, ToolAction after) {
    return before.method().equals(after.method())
        && before.path().equals(after.path())
        && before.places().equals(after.places())
        && before.schema().equals(after.schema());
  }

  private static String expected(List<ToolAction> known, List<ToolAction> fresh) {
    StringBuilder all = new StringBuilder();
    known.forEach(action -> all.append(action.id()).append(action.hash()));
    all.append('\n');
    fresh.forEach(action -> all.append(action.as(NOBODY, action.writing(), List.of()).hash()));
    return ToolAction.sha256(all.toString());
  }

  private static Map<String, Object> told(int version, List<Pair> pairs, int drafts) {
    return Map.of(
        "version", version,
        "added", pairs.stream().filter(pair -> pair.before() == null).count(),
        "gone", pairs.stream().filter(pair -> pair.after() == null).count(),
        "changed",
            pairs.stream()
                .filter(pair -> pair.before() != null && pair.after() != null && pair.differs())
                .count(),
        "drafts", drafts);
  }

  private Change change(Pair pair) {
    ToolAction before = pair.before();
    ToolAction after = pair.after();
    return new Change(
        before == null ? Kind.ADDED : after == null ? Kind.GONE : Kind.CHANGED,
        before == null ? null : told(before),
        after == null ? null : told(after));
  }

  private Told told(ToolAction action) {
    return new Told(
        action.name(),
        action.description(),
        action.method(),
        action.shownPath(),
        json.readTree(action.schema()),
        action.writing(),
        action.mayRead(),
        action.personalFields());
  }
}
