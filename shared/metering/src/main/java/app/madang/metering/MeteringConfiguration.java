package app.madang.metering;

import app.madang.metering.internal.MeteringBeans;
import app.madang.runtime.Outbox;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For functions that call models: {@link Budgets}, {@link UsageLog} and {@link Tariff}. */
@Configuration(proxyBeanMethods = false)
public class MeteringConfiguration {

  @Bean(destroyMethod = "close")
  Meter meter(Transactions transactions, DataSource database, JdbcClient jdbc, Outbox outbox) {
    return MeteringBeans.meter(
        transactions, database, jdbc, outbox, Settings.required("K_SERVICE"), Clock.systemUTC());
  }

  @Bean
  Budgets budgets(Meter meter) {
    return meter.budgets();
  }

  @Bean
  UsageLog usageLog(Meter meter) {
    return meter.usage();
  }

  @Bean
  Tariff tariff(Meter meter) {
    return meter.tariff();
  }
}
