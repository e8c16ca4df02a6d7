package app.madang.functions.documents;

import app.madang.contracts.events.ConnectorDue;
import app.madang.functions.documents.Collections.CollectionId;
import app.madang.functions.documents.Connectors.ConnectorId;
import app.madang.functions.documents.Connectors.ConnectorList;
import app.madang.functions.documents.Connectors.ConnectorProblems;
import app.madang.functions.documents.Connectors.CreateConnector;
import app.madang.functions.documents.Connectors.PauseConnector;
import app.madang.functions.documents.Connectors.Problem;
import app.madang.functions.documents.Connectors.UpdateConnector;
import app.madang.functions.documents.source.Sources;
import app.madang.runtime.Outbox;
import app.madang.runtime.Page;
import app.madang.runtime.Sealer;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import app.madang.runtime.storage.ObjectStorage;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Documents that come by themselves. One bean an operationId. */
@Configuration(proxyBeanMethods = false)
class ConnectorOperations {

  /** A push is acknowledged within ten minutes; the longest step and this stay well below. */
  private static final Duration SLICE = Duration.ofMinutes(2);

  private static final long LIMIT = 200L << 20;

  @Bean
  Sources sources(JsonMapper json) {
    return Sources.ofEnvironment(json, Settings.number("UPLOAD_LIMIT_BYTES", LIMIT));
  }

  @Bean
  SealedSettings sealedSettings(Sealer sealer, JsonMapper json) {
    return new SealedSettings(sealer, json);
  }

  @Bean
  Connectors connectors(
      Transactions transactions,
      JdbcClient jdbc,
      Rights rights,
      SealedSettings settings,
      Sources sources,
      Outbox outbox) {
    ConnectorRows rows = new ConnectorRows(jdbc, settings);
    return new Connectors(transactions, jdbc, rights, rows, settings, sources, outbox);
  }

  @Bean
  ConnectorRuns connectorRuns(
      Sweeper sweeper,
      JdbcClient jdbc,
      Outbox outbox,
      ObjectStorage storage,
      SealedSettings settings,
      Sources sources,
      JsonMapper json) {
    ConnectorLeases leases = new ConnectorLeases(sweeper, jdbc, outbox);
    return new ConnectorRuns(
        sweeper,
        leases,
        new ConnectorItems(jdbc, json),
        new SourceDocuments(jdbc, outbox),
        new SourceBytes(sweeper, jdbc, leases, storage),
        settings,
        sources,
        SLICE);
  }

  @Bean("documents.connector-due")
  Consumer<ConnectorDue> connectorDue(ConnectorRuns runs) {
    return runs::handle;
  }

  @Bean
  Function<CollectionId, ConnectorList> listConnectors(Connectors connectors) {
    return connectors::list;
  }

  @Bean
  Function<CreateConnector, Connector> createConnector(Connectors connectors) {
    return connectors::create;
  }

  @Bean
  Function<ConnectorId, Connector> getConnector(Connectors connectors) {
    return connectors::get;
  }

  @Bean
  Function<UpdateConnector, Connector> updateConnector(Connectors connectors) {
    return connectors::update;
  }

  @Bean
  Consumer<ConnectorId> deleteConnector(Connectors connectors) {
    return connectors::delete;
  }

  @Bean
  Function<ConnectorId, Connector> runConnector(Connectors connectors) {
    return connectors::run;
  }

  @Bean
  Function<PauseConnector, Connector> pauseConnector(Connectors connectors) {
    return connectors::pause;
  }

  @Bean
  Function<ConnectorProblems, Page<Problem>> listConnectorProblems(Connectors connectors) {
    return connectors::problems;
  }
}
