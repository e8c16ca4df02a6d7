package app.madang.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.BadSqlGrammarException;

/** Who spends cannot look into others' spending or move a cap; who reports cannot spend. */
class RightsIT {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chat|SELECT count(*) FROM metering.usage",
        "chat|SELECT count(*) FROM metering.leases",
        "chat|SELECT count(*) FROM metering.accounts",
        "chat|UPDATE metering.budgets SET cap = 0",
        "chat|DELETE FROM metering.budgets",
        "chat|SELECT metering.reconcile()",
        "chat|SELECT metering.drop_old_usage(1)",
        "chat|SELECT metering.release_orphan(uuidv7())",
        "reporting|SELECT count(*) FROM metering.usage",
        "reporting|UPDATE metering.usage SET cost = 0",
        "reporting|DELETE FROM metering.usage",
        "reporting|UPDATE metering.leases SET leased = 0",
        "reporting|SELECT metering.leave(uuidv7())",
        "documents|SELECT count(*) FROM metering.budgets",
        "auth|SELECT count(*) FROM metering.budgets",
        "ingestion|SELECT metering.leave(uuidv7())",
        "ingestion|SELECT count(*) FROM metering.exchange_rates",
        "embedding|SELECT count(*) FROM metering.usage",
        "embedding|UPDATE metering.exchange_rates SET rate = 1"
      })
  void is_not_permitted(String account, String statement) {
    assertThatThrownBy(() -> Stand.client(account).sql(statement).query().listOfRows())
        .isInstanceOf(BadSqlGrammarException.class)
        .hasStackTraceContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"daily", "health", "budgets", "accounts", "leases", "instances", "alerts"})
  void reporting_reads(String table) {
    assertThat(
            Stand.REPORTING
                .sql("SELECT count(*) FROM metering." + table)
                .query(Long.class)
                .single())
        .isNotNegative();
  }
}
