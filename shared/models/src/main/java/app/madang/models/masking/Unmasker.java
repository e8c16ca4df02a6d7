package app.madang.models.masking;

import java.util.Collection;

/** Puts values back into an answer while it streams; one for each answer. */
public final class Unmasker {

  private final Placeholders map;
  private final PlaceholderForm.Reader reader = new PlaceholderForm.Reader();

  /** What may be the beginning of a placeholder. */
  private String held = "";

  /** Restores what this map holds and nothing else. */
  public Unmasker(Placeholders map) {
    this.map = map;
  }

  /** The next piece of the answer; what may be a placeholder's beginning comes later. */
  public String push(String delta) {
    return run(delta, false);
  }

  /** What was held back; the answer is over. */
  public String finish() {
    return run("", true);
  }

  /** A whole text at once. */
  public static String restore(String text, Placeholders map) {
    return map.isEmpty() ? text : new Unmasker(map).run(text, true);
  }

  /**
   * The arguments of a tool call with values instead of placeholders, only inside the fields that
   * the tool declared for personal data.
   *
   * @param json an object; the text of a whole tool call
   * @param fields names of fields, at any depth; everything below such a field is restored
   * @throws IllegalArgumentException when it is no JSON
   */
  public static String restoreFields(String json, Collection<String> fields, Placeholders map) {
    return JsonText.mapStrings(json, fields, text -> restore(text, map));
  }

  /**
   * The arguments of a tool call that goes back to who asked: every string with its values. What is
   * no whole JSON stays as it is.
   */
  public static String restoreStrings(String json, Placeholders map) {
    try {
      return map.isEmpty() ? json : JsonText.mapAllStrings(json, text -> restore(text, map));
    } catch (IllegalArgumentException e) {
      return json;
    }
  }

  private String run(String delta, boolean last) {
    if (map.isEmpty()) {
      return delta;
    }
    String text = held.isEmpty() ? delta : held + delta;
    held = "";
    int next = opening(text, 0);
    if (next < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 32);
    int done = 0;
    while (next >= 0) {
      PlaceholderForm.Reading reading = reader.read(text, next, last);
      if (reading == PlaceholderForm.Reading.UNCLEAR) {
        held = text.substring(next);
        return out.append(text, done, next).toString();
      }
      String value = reading == PlaceholderForm.Reading.WHOLE ? map.value(reader.key()) : null;
      if (value == null) {
        next = opening(text, next + 1);
        continue;
      }
      out.append(text, done, next).append(value);
      done = reader.end;
      next = opening(text, done);
    }
    return out.append(text, done, text.length()).toString();
  }

  private static int opening(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (PlaceholderForm.opens(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
