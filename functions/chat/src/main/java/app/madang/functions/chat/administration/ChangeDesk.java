package app.madang.functions.chat.administration;

import app.madang.identity.Role;
import app.madang.models.setup.SetupLog;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who changed what, when, and from what to what. */
final class ChangeDesk {

  private static final UUID LAST = new UUID(-1, -1);

  private final Transactions transactions;
  private final SetupLog log;

  ChangeDesk(Transactions transactions, SetupLog log) {
    this.transactions = transactions;
    this.log = log;
  }

  record ListChanges(@Nullable String cursor, @Nullable Integer limit) {

    private UUID before() {
      if (cursor == null) {
        return LAST;
      }
      try {
        return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
      } catch (IllegalArgumentException e) {
        throw ProblemException.field("cursor", "?");
      }
    }
  }

  record FieldLine(String field, @Nullable String from, @Nullable String to) {}

  record ChangeLine(
      UUID id,
      Instant at,
      @Nullable String by,
      String kind,
      String subject,
      @Nullable String name,
      String action,
      List<FieldLine> fields) {}

  Page<ChangeLine> list(ListChanges input) {
    Role.require(Role.ADMIN);
    int limit = Page.limit(input.limit());
    UUID before = input.before();
    List<ChangeLine> lines =
        transactions.read(() -> log.before(before, limit + 1)).stream()
            .map(ChangeDesk::line)
            .toList();
    return Page.of(lines, limit, last -> Cursor.encode(last.id()));
  }

  private static ChangeLine line(SetupLog.Line line) {
    return new ChangeLine(
        line.id(),
        line.at(),
        line.by(),
        line.kind().toLowerCase(Locale.ROOT),
        line.subject(),
        line.name(),
        line.action().name().toLowerCase(Locale.ROOT),
        line.fields().stream()
            .map(field -> new FieldLine(field.field(), field.from(), field.to()))
            .toList());
  }
}
