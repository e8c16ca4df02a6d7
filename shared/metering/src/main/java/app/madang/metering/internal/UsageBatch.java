package app.madang.metering.internal;

import app.madang.metering.UsageEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries as the arrays of {@code metering.settle}. */
final class UsageBatch {

  private final List<UsageEvent> events = new ArrayList<>();
  private final List<String> days = new ArrayList<>();
  private final Map<Payer, Integer> payers = new HashMap<>();
  private final List<Payer> numbered = new ArrayList<>();
  private final List<Integer> chargedEvents = new ArrayList<>();
  private final List<Integer> chargedAccounts = new ArrayList<>();
  private final List<Long> releases = new ArrayList<>();

  private record Payer(AccountKey account, UUID instance) {}

  /** An event that two callers write at once is written for the first. */
  UsageBatch(List<Entry> entries) {
    Set<UUID> seen = new HashSet<>();
    for (Entry entry : entries) {
      for (int n = 0; n < entry.events().size(); n++) {
        if (seen.add(entry.events().get(n).id())) {
          add(entry.events().get(n), entry.day().toString(), entry.charges().get(n));
        }
      }
    }
  }

  private void add(UsageEvent event, String day, List<Charge> charges) {
    events.add(event);
    days.add(day);
    for (Charge charge : charges) {
      Payer payer = new Payer(charge.account(), charge.instance());
      Integer number = payers.get(payer);
      if (number == null) {
        numbered.add(payer);
        number = numbered.size();
        payers.put(payer, number);
      }
      chargedEvents.add(events.size());
      chargedAccounts.add(number);
      releases.add(charge.release());
    }
  }

  Map<String, Object> parameters() {
    Map<String, Object> values = Keys.arrays(numbered.stream().map(Payer::account).toList());
    values.put(
        "instances", numbered.stream().map(p -> p.instance().toString()).toArray(String[]::new));
    values.put("chargedEvents", chargedEvents.toArray(Integer[]::new));
    values.put("chargedAccounts", chargedAccounts.toArray(Integer[]::new));
    values.put("releases", releases.toArray(Long[]::new));
    values.put("days", days.toArray(String[]::new));
    values.put("ids", texts(UsageEvent::id));
    values.put("persons", texts(UsageEvent::personId));
    values.put("groups", texts(event -> sorted(event.groupIds())));
    values.put("keys", texts(UsageEvent::apiKeyId));
    values.put("tools", texts(UsageEvent::toolId));
    values.put("conversations", texts(UsageEvent::conversationId));
    values.put("requests", texts(UsageEvent::requestId));
    values.put("attempts", events.stream().map(UsageEvent::attempt).toArray(Integer[]::new));
    values.put("providers", texts(UsageEvent::provider));
    values.put("models", texts(UsageEvent::model));
    values.put("inputs", longs(UsageEvent::inputTokens));
    values.put("cached", longs(UsageEvent::cachedInputTokens));
    values.put("outputs", longs(UsageEvent::outputTokens));
    values.put("costs", longs(event -> event.cost().micros()));
    values.put("firsts", events.stream().map(UsageEvent::firstTokenMillis).toArray(Integer[]::new));
    values.put("latencies", events.stream().map(UsageEvent::latencyMillis).toArray(Integer[]::new));
    values.put("outcomes", texts(UsageEvent::outcome));
    return values;
  }

  /** As PostgreSQL writes an array; one order, so that equal sets are equal in sums. */
  private static String sorted(Set<UUID> ids) {
    return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}"));
  }

  private @Nullable String[] texts(Function<UsageEvent, @Nullable Object> field) {
    return events.stream()
        .map(field)
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }

  private Long[] longs(Function<UsageEvent, Long> field) {
    return events.stream().map(field).toArray(Long[]::new);
  }
}
