package app.madang.runtime;

import app.madang.runtime.contract.OperationTable;
import app.madang.runtime.data.DatabaseConfiguration;
import app.madang.runtime.event.OutboxPublisher;
import app.madang.runtime.event.Topics;
import app.madang.runtime.security.Authentication;
import app.madang.runtime.security.CallerResolver;
import app.madang.runtime.telemetry.Served;
import app.madang.runtime.telemetry.Telemetry;
import app.madang.runtime.web.JsonConfiguration;
import app.madang.runtime.web.WebConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The beans that every function has. */
@Configuration(proxyBeanMethods = false)
@Import({DatabaseConfiguration.class, JsonConfiguration.class, WebConfiguration.class})
public class RuntimeConfiguration {

  @Bean
  OperationTable operationTable() {
    return OperationTable.of(Settings.required("K_SERVICE"));
  }

  @Bean
  Authentication authentication(ObjectProvider<CallerResolver> resolver) {
    return new Authentication(resolver::getObject);
  }

  @Bean(destroyMethod = "close")
  Telemetry telemetry() {
    return Telemetry.ofEnvironment();
  }

  @Bean
  Served served(Telemetry telemetry) {
    return new Served(telemetry);
  }

  @Bean
  Sealer sealer() {
    return Sealer.fromKeyset(Settings.required("SEALING_KEYSET"));
  }

  @Bean(destroyMethod = "close")
  Topics topics() {
    return new Topics();
  }

  /**
   * What ends with the instance publishes too: an answer that was cut short, a last budget line.
   */
  @Bean(destroyMethod = "publishPending")
  OutboxPublisher outboxPublisher(
      Transactions transactions, JdbcClient jdbc, Topics topics, Telemetry telemetry) {
    return new OutboxPublisher(transactions, jdbc, topics, telemetry);
  }

  @Bean
  Outbox outbox(JdbcClient jdbc, JsonMapper json, OutboxPublisher publisher) {
    return new Outbox(jdbc, json, publisher);
  }

  @Bean
  Inbox inbox(JdbcClient jdbc) {
    return new Inbox(jdbc);
  }
}
