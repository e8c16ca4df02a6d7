package app.madang.models.routing;

import app.madang.models.catalogue.Policy;
import java.util.Locale;

/** What somebody asked for: a model, or what is wanted of one. */
public sealed interface Selection {

  /** A model by its id; another answers only when it fails. */
  record ByModel(String id) implements Selection {}

  /** Whichever model serves a policy. */
  record ByPolicy(Policy policy) implements Selection {}

  /** Reads a policy's code or a model's id. */
  static Selection parse(String text) {
    for (Policy policy : Policy.values()) {
      if (policy.code().equals(text.toLowerCase(Locale.ROOT))) {
        return new ByPolicy(policy);
      }
    }
    return new ByModel(text);
  }
}
