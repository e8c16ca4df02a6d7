package app.madang.functions.ingestion;

import app.madang.contracts.events.DocumentRequested;
import app.madang.contracts.events.ObjectFinalized;
import app.madang.functions.ingestion.ocr.DocumentAiRecogniser;
import app.madang.functions.ingestion.ocr.PageRecogniser;
import app.madang.functions.ingestion.ocr.ScannedPages;
import app.madang.functions.ingestion.ocr.TesseractRecogniser;
import app.madang.functions.ingestion.sandbox.ParseLimits;
import app.madang.functions.ingestion.sandbox.Sandbox;
import app.madang.knowledge.Documents;
import app.madang.knowledge.FormFiles;
import app.madang.knowledge.FormFilesConfiguration;
import app.madang.knowledge.IngestionConfiguration;
import app.madang.knowledge.PassageWriter;
import app.madang.runtime.FunctionApplication;
import app.madang.runtime.Inbox;
import app.madang.runtime.OperationFunction;
import app.madang.runtime.Outbox;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import app.madang.runtime.security.GoogleAccess;
import app.madang.runtime.storage.ObjectStorage;
import app.madang.runtime.storage.StorageConfiguration;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The events of the ingestion function, one bean a subscription. */
@FunctionApplication
@Import({IngestionConfiguration.class, FormFilesConfiguration.class, StorageConfiguration.class})
public class IngestionApplication {

  /** Where Spring's AOT step starts. */
  public static void main(String[] args) {
    OperationFunction.boot(IngestionApplication.class);
  }

  private static final long DEFAULT_LIMIT = 200L << 20;

  /** An event is redelivered after ten minutes. */
  private static final Duration MOST_RECOGNITION = Duration.ofMinutes(5);

  @Bean
  ParseLimits parseLimits() {
    return ParseLimits.ofFilesUpTo(Settings.number("UPLOAD_LIMIT_BYTES", DEFAULT_LIMIT));
  }

  @Bean
  DocumentParsing documentParsing(ObjectStorage storage, ParseLimits limits, JsonMapper json) {
    Workspace.removeAbandoned();
    Sandbox sandbox = new Sandbox(limits, json);
    return new DocumentParsing(
        storage,
        sandbox,
        recogniser(json).map(known -> new ScannedPages(sandbox, known, MOST_RECOGNITION)),
        limits.bytes());
  }

  /** Document AI where a processor is named, else Tesseract where it is installed. */
  private static Optional<PageRecogniser> recogniser(JsonMapper json) {
    Optional<String> processor = Settings.optional("OCR_PROCESSOR");
    if (processor.isPresent()) {
      return Optional.of(DocumentAiRecogniser.of(processor.get(), new GoogleAccess()::token, json));
    }
    String command = Settings.optional("OCR_COMMAND").orElse("tesseract");
    return command.equals("none") ? Optional.empty() : TesseractRecogniser.installed(command);
  }

  @Bean
  Ingestion ingestion(
      Transactions transactions,
      Inbox inbox,
      Outbox outbox,
      Documents documents,
      PassageWriter passages,
      FormFiles forms,
      DocumentParsing parsing) {
    return new Ingestion(
        transactions, parsing, new IngestionLedger(inbox, outbox, documents, passages, forms));
  }

  @Bean("ingestion.object-finalized")
  Consumer<ObjectFinalized> objectFinalized(Ingestion ingestion) {
    return ingestion::objectFinalized;
  }

  @Bean("ingestion.document-requested")
  Consumer<DocumentRequested> documentRequested(Ingestion ingestion) {
    return ingestion::documentRequested;
  }
}
