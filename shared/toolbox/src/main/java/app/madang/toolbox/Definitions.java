package app.madang.toolbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The parts of a tool's definition that are kept as JSON. */
public final class Definitions {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private static final TypeReference<List<ToolInput>> INPUTS = new TypeReference<>() {};

  private Definitions() {}

  /** As it is kept. */
  public static String text(Object part) {
    return JSON.writeValueAsString(part);
  }

  /** A form's fields as they were kept. */
  public static List<ToolInput> inputs(String text) {
    return JSON.readValue(text, INPUTS);
  }

  /** What answers look like, as it was kept. */
  public static ToolOutput output(String text) {
    return JSON.readValue(text, ToolOutput.class);
  }

  /** How answers are drawn, as it was kept. */
  public static ToolSampling sampling(String text) {
    return JSON.readValue(text, ToolSampling.class);
  }
}
