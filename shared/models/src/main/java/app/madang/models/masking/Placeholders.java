package app.madang.models.masking;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The placeholders of one conversation and what they stand for. Numbers follow the order of first
 * sight, so that a later turn with the same map gives the same text. Kept sealed, never logged. A
 * value written in two ways has one placeholder and comes back as it was first written.
 */
public final class Placeholders {

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> placeholders = new LinkedHashMap<>();
  private final Map<String, String> identities = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** An empty map, for a conversation that begins. */
  public Placeholders() {}

  /**
   * The map that {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException when it is another text
   */
  public static Placeholders fromJson(String json) {
    Placeholders map = new Placeholders();
    PlaceholderForm.Reader reader = new PlaceholderForm.Reader();
    JsonText.flat(json)
        .forEach(
            (placeholder, value) -> {
              if (placeholder.isEmpty()
                  || reader.read(placeholder, 0, true) != PlaceholderForm.Reading.WHOLE) {
                throw new IllegalArgumentException("not a map of placeholders");
              }
              String label = reader.label();
              int number = Integer.parseInt(reader.key().substring(label.length()));
              map.put(label, number, value);
            });
    return map;
  }

  /** An object of placeholders and values. To be sealed. */
  public synchronized String toJson() {
    Map<String, String> flat = new LinkedHashMap<>();
    placeholders.forEach((key, placeholder) -> flat.put(placeholder, valueOf(key)));
    return JsonText.write(flat);
  }

  /** How many values it holds. */
  public synchronized int size() {
    return values.size();
  }

  /** Whether nothing was replaced so far. */
  public synchronized boolean isEmpty() {
    return values.isEmpty();
  }

  /** The placeholder of a value; the same for every way of writing it. */
  synchronized String placeholder(String label, String value) {
    String identity = label + ' ' + Canonical.of(label, value);
    String key = identities.get(identity);
    if (key == null) {
      key = put(label, numbers.getOrDefault(label, 0) + 1, value);
    }
    return placeholders.getOrDefault(key, key);
  }

  /** What a placeholder stands for, by {@link PlaceholderForm#key}. */
  synchronized @Nullable String value(String key) {
    return values.get(key);
  }

  private String valueOf(String key) {
    return values.getOrDefault(key, "");
  }

  private String put(String label, int number, String value) {
    String key = PlaceholderForm.key(label, number);
    values.put(key, value);
    placeholders.put(key, PlaceholderForm.write(label, number));
    identities.putIfAbsent(label + ' ' + Canonical.of(label, value), key);
    numbers.merge(label, number, Math::max);
    return key;
  }

  /** Only how many. */
  @Override
  public String toString() {
    return "Placeholders[" + size() + "]";
  }
}
