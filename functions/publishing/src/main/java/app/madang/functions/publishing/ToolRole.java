package app.madang.functions.publishing;

import app.madang.identity.GrantRole;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person may do with a tool; each role includes the ones before it. */
enum ToolRole implements GrantRole {
  @JsonProperty("user")
  USER("reader"),
  @JsonProperty("editor")
  EDITOR("editor"),
  @JsonProperty("owner")
  OWNER("owner");

  private final String grant;

  ToolRole(String grant) {
    this.grant = grant;
  }

  boolean includes(ToolRole other) {
    return compareTo(other) >= 0;
  }

  @Override
  public String grant() {
    return grant;
  }
}
