package app.madang.toolbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How a tool's answers are drawn; null leaves it to the model, as do models that cannot be told.
 *
 * @param temperature 0 to 2
 */
public record ToolSampling(@Nullable @Min(0) @Max(2) Double temperature, @Nullable Effort effort) {

  /** All left to the model. */
  public static final ToolSampling USUAL = new ToolSampling(null, null);

  /** How long a model that reasons should. */
  public enum Effort {
    /** Hardly. */
    @JsonProperty("low")
    LOW,
    /** As usual. */
    @JsonProperty("medium")
    MEDIUM,
    /** As long as it helps. */
    @JsonProperty("high")
    HIGH
  }
}
