package app.madang.functions.reporting;

import app.madang.metering.Dimension;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a report has a line of. */
enum UsageBy {
  @JsonProperty("day")
  DAY(Dimension.COMPANY),
  @JsonProperty("company")
  COMPANY(Dimension.COMPANY),
  @JsonProperty("person")
  PERSON(Dimension.PERSON),
  @JsonProperty("group")
  GROUP(Dimension.GROUP),
  @JsonProperty("tool")
  TOOL(Dimension.TOOL),
  @JsonProperty("model")
  MODEL(Dimension.MODEL);

  private final Dimension dimension;

  UsageBy(Dimension dimension) {
    this.dimension = dimension;
  }

  Dimension dimension() {
    return dimension;
  }

  /** Whether a line's subject is an id. */
  boolean hasIds() {
    return this == PERSON || this == GROUP || this == TOOL;
  }
}
