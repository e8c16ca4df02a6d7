package app.madang.functions.documents;

import app.madang.functions.documents.source.SourceSettings;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a collection's documents come from by themselves, as editors see it. */
record Connector(
    UUID id,
    UUID collectionId,
    @Nullable UUID folderId,
    Kind kind,
    String name,
    SourceSettings source,
    int everyMinutes,
    State state,
    @Nullable Reason reason,
    Counts counts,
    @Nullable Instant startedAt,
    @Nullable Instant heartbeatAt,
    @Nullable Instant finishedAt,
    @Nullable Instant nextAt) {

  enum Kind {
    @JsonProperty("web")
    WEB,
    @JsonProperty("bucket")
    BUCKET,
    @JsonProperty("drive")
    DRIVE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum State {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("running")
    RUNNING,
    /** It says that it runs, but gave no sign of life for ten minutes. */
    @JsonProperty("silent")
    SILENT,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("paused")
    PAUSED
  }

  /** Why it stands still, for programs and for people. */
  record Reason(String code, String message) {}

  /** What is there, and what the last run did. */
  record Counts(
      long items, long documents, long problems, long open, int added, int changed, int removed) {}
}
