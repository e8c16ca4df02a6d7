package app.madang.testing.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The contract's table of subscriptions. */
public final class Subscriptions {

  private Subscriptions() {}

  /**
   * One subscription.
   *
   * @param topic event type
   * @param name also the last part of the push address
   * @param function who handles it
   */
  public record Subscription(String topic, String name, String function) {}

  /** Every subscription of the contract. */
  public static List<Subscription> all() {
    try (InputStream in = Subscriptions.class.getResourceAsStream("/madang/subscriptions.yaml")) {
      if (in == null) {
        throw new IllegalStateException("madang/subscriptions.yaml is missing");
      }
      Map<String, List<Map<String, String>>> document = new Yaml().load(in);
      return document.getOrDefault("subscriptions", List.of()).stream()
          .map(
              row ->
                  new Subscription(
                      row.getOrDefault("topic", ""),
                      row.getOrDefault("name", ""),
                      row.getOrDefault("function", "")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
