package app.madang.functions.documents;

import app.madang.identity.Grants;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.PassageWriter;
import app.madang.knowledge.Passages;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.RetrievalConfiguration;
import app.madang.knowledge.StatisticsCompactor;
import app.madang.runtime.Outbox;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import app.madang.runtime.event.OutboxPublisher;
import app.madang.runtime.storage.ObjectStorage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The features behind the operations. {@code UPLOAD_LIMIT_BYTES} is 200 MB when absent. */
@Configuration(proxyBeanMethods = false)
class FeatureConfiguration {

  private static final long UPLOAD_LIMIT = 200L << 20;

  @Bean
  Rights rights(JdbcClient jdbc) {
    return new Rights(jdbc);
  }

  @Bean
  DocumentRows documentRows(JdbcClient jdbc, JsonMapper json) {
    return new DocumentRows(jdbc, json);
  }

  @Bean
  Collections collections(Transactions transactions, JdbcClient jdbc, Rights rights) {
    return new Collections(transactions, jdbc, rights, NewCollections.space(Settings::optional));
  }

  @Bean
  GrantDesk grantDesk(Transactions transactions, JdbcClient jdbc, Rights rights) {
    return new GrantDesk(new Grants<>(transactions, jdbc, CollectionRole.class), rights);
  }

  @Bean
  Uploads uploads(
      Transactions transactions,
      JdbcClient jdbc,
      Rights rights,
      DocumentRows rows,
      ObjectStorage storage) {
    long limit = Settings.number("UPLOAD_LIMIT_BYTES", UPLOAD_LIMIT);
    return new Uploads(transactions, jdbc, rights, rows, storage, limit);
  }

  @Bean
  ArrivedUploads arrivedUploads(Transactions transactions, Outbox outbox, ObjectStorage storage) {
    return new ArrivedUploads(transactions, outbox, storage);
  }

  @Bean
  FormFileDesk formFileDesk(
      Transactions transactions,
      JdbcClient jdbc,
      Uploads uploads,
      ArrivedUploads arrived,
      ObjectStorage storage,
      Outbox outbox) {
    return new FormFileDesk(transactions, jdbc, uploads, arrived, storage, outbox);
  }

  @Bean
  DocumentList documentList(
      Transactions transactions,
      Rights rights,
      DocumentRows rows,
      ObjectStorage storage,
      ArrivedUploads arrived) {
    return new DocumentList(transactions, rights, rows, storage, arrived);
  }

  @Bean
  Retries retries(
      Transactions transactions, JdbcClient jdbc, Rights rights, DocumentRows rows, Outbox outbox) {
    return new Retries(transactions, jdbc, rights, rows, outbox);
  }

  @Bean
  Deletions deletions(Transactions transactions, JdbcClient jdbc, Rights rights, Outbox outbox) {
    return new Deletions(transactions, jdbc, rights, outbox);
  }

  @Bean
  PassageSearch passageSearch(Retrieval retrieval, Passages passages) {
    return new PassageSearch(retrieval, passages);
  }

  @Bean
  GlossaryDesk glossaryDesk(Transactions transactions, JdbcClient jdbc) {
    return new GlossaryDesk(transactions, jdbc);
  }

  @Bean
  CollectionModels collectionModels(
      Transactions transactions, JdbcClient jdbc, Rights rights, JsonMapper json) {
    EmbeddingPort patient = RetrievalConfiguration.patientEmbedding(json);
    return new CollectionModels(transactions, jdbc, rights, patient);
  }

  @Bean
  Sweeper sweeper(Transactions transactions, JdbcClient jdbc) {
    return new Sweeper(transactions, jdbc);
  }

  @Bean
  EmptiedCollections emptiedCollections(Sweeper sweeper, JdbcClient jdbc) {
    return new EmptiedCollections(sweeper, jdbc);
  }

  @Bean
  Removal removal(
      Sweeper sweeper,
      JdbcClient jdbc,
      PassageWriter passages,
      ObjectStorage storage,
      EmptiedCollections emptied) {
    return new Removal(sweeper, jdbc, passages, storage, emptied);
  }

  @Bean
  Sweep sweep(
      Sweeper sweeper,
      JdbcClient jdbc,
      Outbox outbox,
      OutboxPublisher publisher,
      ObjectStorage storage,
      EmptiedCollections emptied,
      StatisticsCompactor compactor) {
    StuckDocuments stuck = new StuckDocuments(sweeper, jdbc, outbox);
    OpenUploads uploads = new OpenUploads(sweeper, jdbc, outbox, storage);
    ExpiredDocuments expired = new ExpiredDocuments(sweeper, jdbc);
    ModelChanges changes = new ModelChanges(sweeper, jdbc, outbox);
    WordRenewals renewals = new WordRenewals(sweeper, jdbc, outbox);
    DueConnectors connectors = new DueConnectors(sweeper, jdbc, outbox);
    FormFileSweep forms = new FormFileSweep(sweeper, jdbc, outbox, storage);
    return new Sweep(
        publisher,
        stuck,
        uploads,
        expired,
        emptied,
        changes,
        renewals,
        connectors,
        forms,
        compactor,
        sweeper,
        jdbc);
  }
}
