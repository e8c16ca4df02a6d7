package app.madang.runtime.data;

import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import app.madang.runtime.telemetry.Statements;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The pool, small because many instances share one database. Set {@code DATABASE_URL}, {@code
 * DATABASE_USER}, {@code DATABASE_PASSWORD}; {@code DATABASE_POOL} is 4 when absent.
 */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

  private static final int DEFAULT_POOL = 4;

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("madang");
    config.setJdbcUrl(Settings.required("DATABASE_URL"));
    config.setUsername(Settings.required("DATABASE_USER"));
    Settings.optional("DATABASE_PASSWORD").ifPresent(config::setPassword);
    config.setMaximumPoolSize(Settings.integer("DATABASE_POOL", DEFAULT_POOL));
    config.setMinimumIdle(0);
    config.setIdleTimeout(30_000);
    config.setConnectionTimeout(10_000);
    // a function must come up and say what is wrong even while the database does not answer
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty(
        "ApplicationName", Settings.optional("K_SERVICE").orElse("madang"));
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new CallerTransactions(dataSource);
  }

  @Bean
  Transactions transactions(PlatformTransactionManager manager) {
    return new Transactions(manager);
  }

  @Bean
  JdbcClient jdbcClient(DataSource dataSource) {
    return JdbcClient.create(Statements.counting(dataSource));
  }
}
