package app.madang.metering.internal;

import app.madang.metering.UsageEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries as the arrays of {@code metering.post}. */
final class UsageBatch {

  /** How many there are. */
  static final int ARRAYS = 25;

  private final List<UsageEvent> events = new ArrayList<>();
  private final List<String> days = new ArrayList<>();
  private final Map<Payer, Sum> sums = new LinkedHashMap<>();

  private record Payer(AccountKey account, UUID instance) {}

  private static final class Sum {
    private long cost;
    private long release;
  }

  /** An event that two callers write at once is written for the first. */
  UsageBatch(List<Entry> entries) {
    Set<UUID> seen = new HashSet<>();
    for (Entry entry : entries) {
      String day = entry.day().toString();
      for (int n = 0; n < entry.events().size(); n++) {
        if (seen.add(entry.events().get(n).id())) {
          add(entry.events().get(n), day, entry.charges().get(n));
        }
      }
    }
  }

  private void add(UsageEvent event, String day, List<Charge> charges) {
    events.add(event);
    days.add(day);
    for (Charge charge : charges) {
      Sum sum =
          sums.computeIfAbsent(new Payer(charge.account(), charge.instance()), payer -> new Sum());
      sum.cost += event.cost().micros();
      sum.release += charge.release();
    }
  }

  /** Sets the arrays, in the order of the function's arguments. */
  void fill(Connection connection, PreparedStatement statement, int first) throws SQLException {
    Arrays arrays = new Arrays(connection, statement, first);
    arrays.set("uuid", of(UsageEvent::id));
    arrays.set("date", days.toArray());
    arrays.set("uuid", of(UsageEvent::personId));
    arrays.set("text", of(event -> sorted(event.groupIds())));
    arrays.set("uuid", of(UsageEvent::apiKeyId));
    arrays.set("uuid", of(UsageEvent::toolId));
    arrays.set("uuid", of(UsageEvent::conversationId));
    arrays.set("uuid", of(UsageEvent::requestId));
    arrays.set("int4", of(UsageEvent::attempt));
    arrays.set("text", of(UsageEvent::provider));
    arrays.set("text", of(UsageEvent::model));
    arrays.set("int8", of(UsageEvent::inputTokens));
    arrays.set("int8", of(UsageEvent::cachedInputTokens));
    arrays.set("int8", of(UsageEvent::outputTokens));
    arrays.set("int8", of(event -> event.cost().micros()));
    arrays.set("int4", of(UsageEvent::firstTokenMillis));
    arrays.set("int4", of(UsageEvent::latencyMillis));
    arrays.set("text", of(UsageEvent::outcome));
    arrays.set("text", payers(payer -> payer.account().scope()));
    arrays.set("uuid", payers(payer -> payer.account().subjectId()));
    arrays.set("text", payers(payer -> payer.account().period()));
    arrays.set("date", payers(payer -> payer.account().startsOn()));
    arrays.set("uuid", payers(Payer::instance));
    arrays.set("int8", sums.values().stream().map(sum -> sum.cost).toArray());
    arrays.set("int8", sums.values().stream().map(sum -> sum.release).toArray());
  }

  private @Nullable Object[] of(Function<UsageEvent, @Nullable Object> field) {
    return events.stream().map(field).toArray();
  }

  private Object[] payers(Function<Payer, Object> field) {
    return sums.keySet().stream().map(field).toArray();
  }

  /** As PostgreSQL writes an array; one order, so that equal sets are equal in sums. */
  private static String sorted(Set<UUID> ids) {
    return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}"));
  }

  private static final class Arrays {

    private final Connection connection;
    private final PreparedStatement statement;
    private int next;

    Arrays(Connection connection, PreparedStatement statement, int first) {
      this.connection = connection;
      this.statement = statement;
      this.next = first;
    }

    void set(String type, @Nullable Object[] values) throws SQLException {
      statement.setArray(next++, connection.createArrayOf(type, values));
    }
  }
}
