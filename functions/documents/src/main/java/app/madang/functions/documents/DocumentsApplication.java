package app.madang.functions.documents;

import app.madang.contracts.events.DocumentDeleted;
import app.madang.contracts.events.SweepDue;
import app.madang.functions.documents.CollectionModels.ChangeModel;
import app.madang.functions.documents.CollectionModels.ModelState;
import app.madang.functions.documents.Collections.CollectionId;
import app.madang.functions.documents.Collections.CreateCollection;
import app.madang.functions.documents.Collections.ListCollections;
import app.madang.functions.documents.Collections.RenameCollection;
import app.madang.functions.documents.Collections.SetClearance;
import app.madang.functions.documents.DocumentList.DocumentId;
import app.madang.functions.documents.DocumentList.ListDocuments;
import app.madang.functions.documents.DocumentList.SignedAddress;
import app.madang.functions.documents.FormFileDesk.FormFileId;
import app.madang.functions.documents.FormFileDesk.FormFileSession;
import app.madang.functions.documents.FormFileDesk.StartFormFile;
import app.madang.functions.documents.GlossaryDesk.EntryId;
import app.madang.functions.documents.GlossaryDesk.GlossaryList;
import app.madang.functions.documents.GlossaryDesk.Nothing;
import app.madang.functions.documents.GlossaryDesk.PutGlossary;
import app.madang.functions.documents.GrantDesk.GrantList;
import app.madang.functions.documents.GrantDesk.PutGrant;
import app.madang.functions.documents.GrantDesk.RemoveGrant;
import app.madang.functions.documents.PassageSearch.InspectSearch;
import app.madang.functions.documents.PassageSearch.PassageId;
import app.madang.functions.documents.PassageSearch.ReadDocument;
import app.madang.functions.documents.PassageSearch.SearchPassages;
import app.madang.functions.documents.Uploads.StartUpload;
import app.madang.functions.documents.Uploads.UploadSession;
import app.madang.identity.IdentityConfiguration;
import app.madang.knowledge.DocumentText;
import app.madang.knowledge.Inspection;
import app.madang.knowledge.PassageInContext;
import app.madang.knowledge.RemovalConfiguration;
import app.madang.knowledge.RetrievalConfiguration;
import app.madang.knowledge.SearchOutcome;
import app.madang.runtime.FunctionApplication;
import app.madang.runtime.OperationFunction;
import app.madang.runtime.Page;
import app.madang.runtime.storage.StorageConfiguration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The operations and events of the documents function, one bean an operationId or subscription. */
@FunctionApplication
@Import({
  IdentityConfiguration.class,
  StorageConfiguration.class,
  RetrievalConfiguration.class,
  RemovalConfiguration.class,
  FeatureConfiguration.class,
  LibraryOperations.class,
  ConnectorOperations.class
})
public class DocumentsApplication {

  /** Where Spring's AOT step starts. */
  public static void main(String[] args) {
    OperationFunction.boot(DocumentsApplication.class);
  }

  @Bean
  Function<ListCollections, Page<Collection>> listCollections(Collections collections) {
    return collections::list;
  }

  @Bean
  Function<CreateCollection, Collection> createCollection(Collections collections) {
    return collections::create;
  }

  @Bean
  Function<CollectionId, Collection> getCollection(Collections collections) {
    return collections::get;
  }

  @Bean
  Function<RenameCollection, Collection> renameCollection(Collections collections) {
    return collections::rename;
  }

  @Bean
  Function<SetClearance, Collection> setCollectionClearance(Collections collections) {
    return collections::clear;
  }

  @Bean
  Consumer<CollectionId> deleteCollection(Deletions deletions) {
    return deletions::deleteCollection;
  }

  @Bean
  Function<CollectionId, ModelState> getCollectionModel(CollectionModels models) {
    return models::get;
  }

  @Bean
  Function<ChangeModel, ModelState> changeCollectionModel(CollectionModels models) {
    return models::change;
  }

  @Bean
  Function<CollectionId, GrantList> listGrants(GrantDesk grants) {
    return grants::list;
  }

  @Bean
  Function<PutGrant, GrantList> putGrant(GrantDesk grants) {
    return grants::put;
  }

  @Bean
  Consumer<RemoveGrant> removeGrant(GrantDesk grants) {
    return grants::remove;
  }

  @Bean
  Function<ListDocuments, Page<Document>> listDocuments(DocumentList documents) {
    return documents::list;
  }

  @Bean
  Function<StartUpload, UploadSession> startUpload(Uploads uploads) {
    return uploads::start;
  }

  @Bean
  Function<DocumentId, Document> getDocument(DocumentList documents) {
    return documents::get;
  }

  @Bean
  Consumer<DocumentId> deleteDocument(Deletions deletions) {
    return deletions::deleteDocument;
  }

  @Bean
  Function<DocumentId, Document> retryDocument(Retries retries) {
    return retries::retry;
  }

  @Bean
  Function<DocumentId, SignedAddress> downloadDocument(DocumentList documents) {
    return documents::download;
  }

  @Bean
  Function<PassageId, PassageInContext> getPassage(PassageSearch search) {
    return search::get;
  }

  @Bean
  Function<ReadDocument, DocumentText> readDocument(PassageSearch search) {
    return search::read;
  }

  @Bean
  Function<SearchPassages, SearchOutcome> searchPassages(PassageSearch search) {
    return search::search;
  }

  @Bean
  Function<InspectSearch, Inspection> inspectSearch(PassageSearch search) {
    return search::inspect;
  }

  @Bean
  Function<Nothing, GlossaryList> listGlossary(GlossaryDesk glossary) {
    return glossary::list;
  }

  @Bean
  Function<PutGlossary, GlossaryList> putGlossary(GlossaryDesk glossary) {
    return glossary::put;
  }

  @Bean
  Consumer<EntryId> removeGlossaryEntry(GlossaryDesk glossary) {
    return glossary::remove;
  }

  @Bean
  Function<StartFormFile, FormFileSession> startFormFile(FormFileDesk files) {
    return files::start;
  }

  @Bean
  Function<FormFileId, FormFile> getFormFile(FormFileDesk files) {
    return files::get;
  }

  @Bean
  Function<FormFileId, FormFile> retryFormFile(FormFileDesk files) {
    return files::retry;
  }

  @Bean
  Consumer<FormFileId> removeFormFile(FormFileDesk files) {
    return files::remove;
  }

  @Bean("documents.document-deleted")
  Consumer<DocumentDeleted> documentDeleted(Removal removal) {
    return removal::handle;
  }

  @Bean("documents.sweep-due")
  Consumer<SweepDue> sweepDue(Sweep sweep) {
    return sweep::handle;
  }
}
