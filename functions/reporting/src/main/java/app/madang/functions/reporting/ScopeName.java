package app.madang.functions.reporting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose spending a budget bounds, as in the contract. */
enum ScopeName {
  @JsonProperty("person")
  PERSON,
  @JsonProperty("group")
  GROUP,
  @JsonProperty("tool")
  TOOL,
  @JsonProperty("company")
  COMPANY
}
