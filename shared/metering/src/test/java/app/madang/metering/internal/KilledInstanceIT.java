package app.madang.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.metering.BudgetExceeded;
import app.madang.metering.Budgets;
import app.madang.metering.Money;
import app.madang.metering.Reservation;
import app.madang.metering.Spender;
import app.madang.metering.internal.Stand.Instance;
import app.madang.metering.internal.Stand.Sums;
import app.madang.testing.TestStack;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** After kill -9 a row may be missing; its cost is not. */
class KilledInstanceIT {

  private final Spender spender = Stand.person();

  @Test
  void what_a_killed_instance_bought_stays_charged_until_somebody_decides() throws Exception {
    Stand.budget("PERSON", spender.personId(), "MONTH", 100_000);
    long bought = Money.of(buyAndKill(300)).micros();

    Sums sums = Stand.sums(spender.personId(), "MONTH");
    assertThat(sums.settled()).isEqualTo(written()).isPositive();
    assertThat(sums.settled() + sums.outstanding()).isGreaterThanOrEqualTo(bought);

    try (Instance other = Stand.instance()) {
      long left = Money.of(100_000).micros() - sums.settled() - sums.outstanding();
      other.meter().budgets().reserve(spender, new Money(left)).refund();
      assertThatThrownBy(() -> other.meter().budgets().reserve(spender, new Money(left + 1)))
          .isInstanceOf(BudgetExceeded.class);

      reconcile();
      assertThat(orphans()).as("it may still live").isZero();
      Stand.SUPERUSER
          .sql("UPDATE metering.instances SET seen_at = now() - interval '11 minutes'")
          .update();
      reconcile();
      assertThat(orphans()).isEqualTo(1);
      assertThat(Stand.sums(spender.personId(), "MONTH")).isEqualTo(sums);

      Stand.REPORTING
          .sql(
              """
              SELECT metering.release_orphan(l.instance_id) FROM metering.leases l
               WHERE l.subject_id = ? AND l.outstanding > 0
              """)
          .param(spender.personId())
          .query(Long.class)
          .list();
      assertThat(Stand.sums(spender.personId(), "MONTH")).isEqualTo(new Sums(sums.settled(), 0));
      other.meter().budgets().reserve(spender, new Money(left + sums.outstanding())).refund();
    }
  }

  @Test
  void an_instance_that_slept_for_long_goes_on_under_a_new_name() throws Exception {
    Stand.budget("PERSON", spender.personId(), "MONTH", 100);
    try (Instance sleeper = Stand.instance()) {
      Budgets budgets = sleeper.meter().budgets();
      Reservation running = budgets.reserve(spender, Money.of(60));
      Stand.SUPERUSER
          .sql("UPDATE metering.instances SET seen_at = now() - interval '11 minutes'")
          .update();
      reconcile();
      Thread.sleep(500);
      assertThat(Stand.sums(spender.personId(), "MONTH").outstanding())
          .isEqualTo(Money.of(60).micros());
      assertThatThrownBy(() -> budgets.reserve(spender, Money.of(41)))
          .isInstanceOf(BudgetExceeded.class);
      budgets.reserve(spender, Money.of(40)).refund();
      running.settle(Stand.event(spender.personId(), Money.of(10)));
      budgets.reserve(spender, Money.of(90)).refund();
    }
    assertThat(Stand.sums(spender.personId(), "MONTH"))
        .isEqualTo(new Sums(Money.of(10).micros(), 0));
  }

  /** Gives what was bought, by the killed one's own words. */
  private long buyAndKill(int purchases) throws Exception {
    TestStack stack = TestStack.get();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledInstance.class.getName(),
                stack.jdbcUrl(),
                stack.password(),
                spender.personId().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long bought = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int seen = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("bought ")) {
          bought += Long.parseLong(line.substring(7));
          if (++seen == purchases) {
            process.toHandle().destroyForcibly();
          }
        }
      }
    }
    process.waitFor();
    return bought;
  }

  private long written() {
    return Stand.SUPERUSER
        .sql("SELECT coalesce(sum(cost), 0) FROM metering.usage WHERE person_id = ?")
        .param(spender.personId())
        .query(Long.class)
        .single();
  }

  private static void reconcile() {
    Stand.REPORTING.sql("SELECT metering.reconcile()").query(Integer.class).single();
  }

  private int orphans() {
    return Stand.SUPERUSER
        .sql(
            """
            SELECT count(*) FROM metering.leases l JOIN metering.instances i ON i.id = l.instance_id
             WHERE i.retired_at IS NOT NULL AND l.outstanding > 0 AND l.subject_id = ? AND l.period = 'MONTH'
            """)
        .param(spender.personId())
        .query(Integer.class)
        .single();
  }
}
