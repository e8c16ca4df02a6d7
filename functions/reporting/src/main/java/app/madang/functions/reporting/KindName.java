package app.madang.functions.reporting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a budget does at its cap, as in the contract. */
enum KindName {
  @JsonProperty("hard")
  HARD,
  @JsonProperty("warning")
  WARNING
}
