package app.madang.runtime;

import java.util.Optional;

/** The environment, read once at start; what is missing or odd stops the start by its name. */
public final class Settings {

  private Settings() {}

  /** A variable that must be set. */
  public static String required(String name) {
    return optional(name)
        .orElseThrow(
            () -> new IllegalStateException("environment variable " + name + " is not set"));
  }

  /** A variable that may be absent or empty. */
  public static Optional<String> optional(String name) {
    String value = System.getProperty(name, System.getenv(name));
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A whole number. */
  public static long number(String name, long fallback) {
    return optional(name)
        .map(
            text -> {
              try {
                return Long.parseLong(text);
              } catch (NumberFormatException e) {
                throw new IllegalStateException(
                    "environment variable " + name + " is not a whole number: " + text, e);
              }
            })
        .orElse(fallback);
  }

  /** A whole number of int size. */
  public static int integer(String name, int fallback) {
    return Math.toIntExact(number(name, fallback));
  }
}
