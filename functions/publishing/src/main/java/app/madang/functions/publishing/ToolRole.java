package app.madang.functions.publishing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person may do with a tool; each role includes the ones before it. */
enum ToolRole {
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

  /** The role among all grants, of which collections know the same ones. */
  String grant() {
    return grant;
  }

  static ToolRole ofGrant(String grant) {
    for (ToolRole role : values()) {
      if (role.grant.equals(grant)) {
        return role;
      }
    }
    throw new IllegalArgumentException(grant);
  }
}
