package app.madang.functions.publishing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The pictures that a tool may have. */
enum ToolIcon {
  CHAT,
  SEARCH,
  BOOK,
  DOCUMENT,
  PENCIL,
  TRANSLATE,
  TABLE,
  CHART,
  CALCULATOR,
  CALENDAR,
  PEOPLE,
  SCALES,
  SHIELD,
  CODE,
  LIGHTBULB,
  HEADSET;

  /** The name in the database and in the contract. */
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The icon of a name; only the very name counts. */
  @JsonCreator
  static ToolIcon of(String code) {
    for (ToolIcon icon : values()) {
      if (icon.code().equals(code)) {
        return icon;
      }
    }
    throw new IllegalArgumentException(code);
  }
}
