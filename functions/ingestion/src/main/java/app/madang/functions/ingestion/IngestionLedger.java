package app.madang.functions.ingestion;

import app.madang.contracts.EventType;
import app.madang.contracts.events.DocumentChunked;
import app.madang.functions.ingestion.sandbox.ParseOutcome.Parsed;
import app.madang.functions.ingestion.sandbox.ParseOutcome.Unreadable;
import app.madang.knowledge.ClaimedDocument;
import app.madang.knowledge.Documents;
import app.madang.knowledge.FailureCode;
import app.madang.knowledge.FormFiles;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.Omission;
import app.madang.knowledge.PassageWriter;
import app.madang.runtime.EventContext;
import app.madang.runtime.Inbox;
import app.madang.runtime.Outbox;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What ingestion writes down; each method runs in one transaction of its caller. */
final class IngestionLedger {

  private final Inbox inbox;
  private final Outbox outbox;
  private final Documents documents;
  private final PassageWriter passages;
  private final FormFiles forms;

  IngestionLedger(
      Inbox inbox, Outbox outbox, Documents documents, PassageWriter passages, FormFiles forms) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.documents = documents;
    this.passages = passages;
    this.forms = forms;
  }

  /** A document of a collection's, or of a form's: an id is never both. */
  Optional<ClaimedDocument> claim(UUID documentId, @Nullable Long generation) {
    return documents.claim(documentId, generation).or(() -> forms.claim(documentId, generation));
  }

  /** The words of some passages by today's analysis; 0 when all are. */
  int renew(UUID documentId) {
    return passages.renew(documentId);
  }

  /** The passages with their index, the new state and the event of it: all or nothing. */
  void record(UUID documentId, Reading reading) {
    if (!inbox.firstTime(EventContext.current().subscription())) {
      return;
    }
    if (reading.sha256() != null) {
      documents.hashed(documentId, reading.sha256());
    }
    switch (reading.outcome()) {
      case Parsed(List<NewPassage> parsed, List<Omission> omissions) -> {
        if (documents.chunked(documentId, parsed.size(), omissions)) {
          passages.replace(documentId, parsed);
          outbox.append(EventType.DOCUMENT_CHUNKED.topic(), new DocumentChunked(documentId));
        } else {
          forms.read(documentId, parsed, omissions);
        }
      }
      case Unreadable(FailureCode code, List<Omission> _) -> {
        if (!documents.failed(documentId, code)) {
          forms.failed(documentId, code);
        }
      }
    }
  }
}
