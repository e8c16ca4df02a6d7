package app.madang.functions.documents;

import app.madang.functions.documents.BulkUploads.AddressUploads;
import app.madang.functions.documents.BulkUploads.BatchPage;
import app.madang.functions.documents.BulkUploads.StartUploads;
import app.madang.functions.documents.BulkUploads.UploadAddresses;
import app.madang.functions.documents.BulkUploads.UploadBatch;
import app.madang.functions.documents.BulkUploads.UploadProgress;
import app.madang.functions.documents.Collections.CollectionId;
import app.madang.functions.documents.DocumentList.DocumentId;
import app.madang.functions.documents.DocumentProperties.PutProperties;
import app.madang.functions.documents.Folders.CreateFolder;
import app.madang.functions.documents.Folders.FolderId;
import app.madang.functions.documents.Folders.FolderList;
import app.madang.functions.documents.Folders.RenameFolder;
import app.madang.functions.documents.GlossaryDesk.Nothing;
import app.madang.functions.documents.Moves.MoveItems;
import app.madang.functions.documents.Moves.Moved;
import app.madang.functions.documents.Retries.Retried;
import app.madang.functions.documents.StorageTotals.Totals;
import app.madang.functions.documents.Uploads.UploadSession;
import app.madang.functions.documents.Versions.StartVersion;
import app.madang.functions.documents.Versions.VersionList;
import app.madang.runtime.Outbox;
import app.madang.runtime.Transactions;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Order in a collection: folders, moves, versions, many at once. One bean an operationId. */
@Configuration(proxyBeanMethods = false)
class LibraryOperations {

  @Bean
  FolderRows folderRows(JdbcClient jdbc) {
    return new FolderRows(jdbc);
  }

  @Bean
  Folders folders(
      Transactions transactions, JdbcClient jdbc, Rights rights, FolderRows rows, Outbox outbox) {
    return new Folders(transactions, jdbc, rights, rows, outbox);
  }

  @Bean
  StorageTotals storageTotals(Transactions transactions, JdbcClient jdbc, Rights rights) {
    return new StorageTotals(transactions, jdbc, rights);
  }

  @Bean
  Versions versions(
      Transactions transactions,
      JdbcClient jdbc,
      Rights rights,
      DocumentRows rows,
      Uploads uploads) {
    return new Versions(transactions, jdbc, rights, rows, uploads);
  }

  @Bean
  BulkUploads bulkUploads(
      Transactions transactions,
      JdbcClient jdbc,
      Rights rights,
      DocumentRows rows,
      FolderRows folders,
      Uploads uploads) {
    return new BulkUploads(transactions, rights, new BatchRows(jdbc, rows), folders, uploads);
  }

  @Bean
  Function<CollectionId, FolderList> listFolders(Folders folders) {
    return folders::list;
  }

  @Bean
  Function<CreateFolder, Folder> createFolder(Folders folders) {
    return folders::create;
  }

  @Bean
  Function<RenameFolder, Folder> renameFolder(Folders folders) {
    return folders::rename;
  }

  @Bean
  Consumer<FolderId> deleteFolder(Folders folders) {
    return folders::delete;
  }

  @Bean
  Function<MoveItems, Moved> moveItems(
      Transactions transactions, JdbcClient jdbc, Rights rights, FolderRows folders) {
    return new Moves(transactions, jdbc, rights, folders)::move;
  }

  @Bean
  Function<PutProperties, Document> putProperties(
      Transactions transactions,
      JdbcClient jdbc,
      Rights rights,
      DocumentRows rows,
      JsonMapper json) {
    return new DocumentProperties(transactions, jdbc, rights, rows, json)::put;
  }

  @Bean
  Function<StartUploads, UploadBatch> startUploads(BulkUploads uploads) {
    return uploads::start;
  }

  @Bean
  Function<BatchPage, UploadProgress> getUploads(BulkUploads uploads) {
    return uploads::progress;
  }

  @Bean
  Function<AddressUploads, UploadAddresses> addressUploads(BulkUploads uploads) {
    return uploads::address;
  }

  @Bean
  Function<CollectionId, Retried> retryDocuments(Retries retries) {
    return retries::retryAll;
  }

  @Bean
  Function<CollectionId, Totals> getStorage(StorageTotals totals) {
    return totals::of;
  }

  @Bean
  Function<Nothing, Totals> getCompanyStorage(StorageTotals totals) {
    return totals::ofCompany;
  }

  @Bean
  Function<CollectionId, CollectionTools.Readers> listCollectionTools(
      Transactions transactions, JdbcClient jdbc, Rights rights) {
    return new CollectionTools(transactions, jdbc, rights)::of;
  }

  @Bean
  Function<DocumentId, VersionList> listVersions(Versions versions) {
    return versions::list;
  }

  @Bean
  Function<StartVersion, UploadSession> startVersion(Versions versions) {
    return versions::start;
  }
}
