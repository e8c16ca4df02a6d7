package app.madang.metering.internal;

import app.madang.metering.BudgetPeriod;
import app.madang.metering.BudgetScope;
import app.madang.metering.ExchangeRate;
import app.madang.metering.Spender;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What administrators have set, as of one moment.
 *
 * @param bounded who has a hard budget of which period; a null subject means everyone
 * @param rates by currency and the moment from which they are valid
 */
record Book(
    long version,
    ZoneId zone,
    String currency,
    Set<Bound> bounded,
    Map<String, NavigableMap<Instant, ExchangeRate>> rates) {

  /** A hard budget without its cap, which only the database compares. */
  record Bound(BudgetScope scope, @Nullable UUID subjectId, BudgetPeriod period) {}

  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** Every account that a spender's cost is charged to on a day. */
  List<AccountKey> accounts(Spender spender, LocalDate day) {
    List<AccountKey> keys = new ArrayList<>(2 * (3 + spender.groupIds().size()));
    for (BudgetPeriod period : PERIODS) {
      LocalDate start = period.start(day);
      keys.add(new AccountKey(BudgetScope.COMPANY, AccountKey.COMPANY, period, start));
      UUID person = spender.personId();
      if (person != null) {
        keys.add(new AccountKey(BudgetScope.PERSON, person, period, start));
      }
      UUID tool = spender.toolId();
      if (tool != null) {
        keys.add(new AccountKey(BudgetScope.TOOL, tool, period, start));
      }
      for (UUID group : spender.groupIds()) {
        keys.add(new AccountKey(BudgetScope.GROUP, group, period, start));
      }
    }
    return keys;
  }

  private static final BudgetPeriod[] PERIODS = BudgetPeriod.values();

  /** Whether a hard budget bounds an account. */
  boolean bounds(AccountKey key) {
    return bounded.contains(new Bound(key.scope(), null, key.period()))
        || bounded.contains(new Bound(key.scope(), key.subjectId(), key.period()));
  }

  /** Units of the company's currency for one unit of another. */
  BigDecimal rate(String from, Instant at) {
    if (from.equals(currency)) {
      return BigDecimal.ONE;
    }
    return valid(from, at).rate();
  }

  /** The rate of another currency than the company's. */
  ExchangeRate valid(String from, Instant at) {
    NavigableMap<Instant, ExchangeRate> known = rates.get(from);
    Map.Entry<Instant, ExchangeRate> valid = known == null ? null : known.floorEntry(at);
    if (valid == null) {
      throw new IllegalStateException("no exchange rate from " + from + " to " + currency);
    }
    return valid.getValue();
  }
}
