package app.madang.functions.documents;

import app.madang.identity.GrantRole;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a person may do with a collection; each role includes the ones before it. */
enum CollectionRole implements GrantRole {
  @JsonProperty("reader")
  READER,
  @JsonProperty("editor")
  EDITOR,
  @JsonProperty("owner")
  OWNER;

  boolean includes(CollectionRole other) {
    return compareTo(other) >= 0;
  }

  @Override
  public String grant() {
    return name().toLowerCase(Locale.ROOT);
  }
}
