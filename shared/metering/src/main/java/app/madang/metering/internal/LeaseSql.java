package app.madang.metering.internal;

import app.madang.metering.BudgetPeriod;
import app.madang.metering.BudgetScope;
import app.madang.runtime.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The leases' statements, one transaction each. */
final class LeaseSql {

  private static final String LEASE =
      """
      SELECT * FROM metering.lease(:instance, :function, CAST(:scopes AS text[]),
        CAST(:subjects AS uuid[]), CAST(:periods AS text[]), CAST(:starts AS date[]),
        CAST(:ahead AS bigint[]), CAST(:requests AS integer[]), CAST(:accounts AS integer[]),
        CAST(:needs AS bigint[]))
      """;

  private static final String GIVE_BACK =
      """
      SELECT metering.give_back(:instance, :number, CAST(:scopes AS text[]), CAST(:subjects AS uuid[]),
        CAST(:periods AS text[]), CAST(:starts AS date[]), CAST(:amounts AS bigint[]),
        CAST(:answers AS bigint[]))
      """;

  private static final String REFUSED =
      "SELECT metering.note_refusal(:scope, :subject, :period, :start)";

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final String function;

  LeaseSql(Transactions transactions, JdbcClient jdbc, String function) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.function = function;
  }

  /** The arrays of {@code metering.lease}, by account and by request. */
  record Answer(
      boolean retired,
      Long[] granted,
      Boolean[] exact,
      Long[] caps,
      Long[] settled,
      Long[] outstanding,
      Integer[] failing,
      Boolean[] waiting) {}

  /** A lease that is called back. */
  record Recalled(AccountKey key, long recall) {}

  Answer lease(UUID instance, Shortage shortage) {
    return transactions.call(
        () ->
            jdbc.sql(LEASE)
                .params(Keys.arrays(shortage.accounts()))
                .param("instance", instance)
                .param("function", function)
                .param("ahead", shortage.ahead().toArray(Long[]::new))
                .param("requests", shortage.requests().toArray(Integer[]::new))
                .param("accounts", shortage.accountNumbers().toArray(Integer[]::new))
                .param("needs", shortage.needs().toArray(Long[]::new))
                .query(LeaseSql::answer)
                .single());
  }

  void giveBack(Return back) {
    transactions.run(
        () ->
            jdbc.sql(GIVE_BACK)
                .params(Keys.arrays(back.amounts().stream().map(Return.Unused::key).toList()))
                .param("instance", back.instance())
                .param("number", back.number())
                .param(
                    "amounts",
                    back.amounts().stream().map(Return.Unused::amount).toArray(Long[]::new))
                .param(
                    "answers",
                    back.amounts().stream().map(Return.Unused::answer).toArray(Long[]::new))
                .query(row -> {}));
  }

  /** Shows life; empty when the instance was given up for dead, else what is called back. */
  Optional<List<Recalled>> beat(UUID instance) {
    List<Optional<Recalled>> rows =
        jdbc.sql("SELECT * FROM metering.beat(?)")
            .param(instance)
            .query((row, n) -> recalled(row))
            .list();
    return rows.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(rows.stream().map(Optional::orElseThrow).toList());
  }

  /** The budget that nobody was told of yet. */
  Optional<UUID> noteRefusal(AccountKey key) {
    return jdbc.sql(REFUSED)
        .param("scope", key.scope().name())
        .param("subject", key.subjectId())
        .param("period", key.period().name())
        .param("start", key.startsOn())
        .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .single();
  }

  void leave(UUID instance) {
    transactions.run(() -> jdbc.sql("SELECT metering.leave(?)").param(instance).query(row -> {}));
  }

  private static Optional<Recalled> recalled(ResultSet row) throws SQLException {
    if (row.getBoolean("retired")) {
      return Optional.empty();
    }
    return Optional.of(
        new Recalled(
            new AccountKey(
                BudgetScope.valueOf(row.getString("scope")),
                row.getObject("subject_id", UUID.class),
                BudgetPeriod.valueOf(row.getString("period")),
                row.getObject("starts_on", LocalDate.class)),
            row.getLong("recall")));
  }

  private static Answer answer(ResultSet row, int number) throws SQLException {
    if (row.getBoolean("retired")) {
      Long[] none = {};
      return new Answer(
          true, none, new Boolean[] {}, none, none, none, new Integer[] {}, new Boolean[] {});
    }
    return new Answer(
        false,
        (Long[]) row.getArray("granted").getArray(),
        (Boolean[]) row.getArray("exact").getArray(),
        (Long[]) row.getArray("caps").getArray(),
        (Long[]) row.getArray("settled").getArray(),
        (Long[]) row.getArray("outstanding").getArray(),
        (Integer[]) row.getArray("failing").getArray(),
        (Boolean[]) row.getArray("waiting").getArray());
  }
}
