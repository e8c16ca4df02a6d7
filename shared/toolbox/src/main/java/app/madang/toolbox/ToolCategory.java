package app.madang.toolbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The shelves of the store, in their order. */
public enum ToolCategory {
  GENERAL,
  HR,
  FINANCE,
  LEGAL,
  SALES,
  IT,
  DOCUMENTS,
  LANGUAGE,
  OTHER;

  /** The name in the database and in the contract. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The category of a name; only the very name counts.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static ToolCategory of(String code) {
    for (ToolCategory category : values()) {
      if (category.code().equals(code)) {
        return category;
      }
    }
    throw new IllegalArgumentException(code);
  }
}
