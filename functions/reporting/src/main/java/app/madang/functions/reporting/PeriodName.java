package app.madang.functions.reporting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** After which time a budget starts again, as in the contract. */
enum PeriodName {
  @JsonProperty("day")
  DAY,
  @JsonProperty("month")
  MONTH
}
