package app.madang.functions.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a person may do with a collection; each role includes the ones before it. */
enum CollectionRole {
  @JsonProperty("reader")
  READER,
  @JsonProperty("editor")
  EDITOR,
  @JsonProperty("owner")
  OWNER;

  boolean includes(CollectionRole other) {
    return compareTo(other) >= 0;
  }

  /** The name in the database and in the contract. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
