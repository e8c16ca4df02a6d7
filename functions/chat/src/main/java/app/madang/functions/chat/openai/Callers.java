package app.madang.functions.chat.openai;

import app.madang.identity.ApiKeys;
import com.google.cloud.functions.HttpRequest;
import java.util.List;
import java.util.Optional;

/** Who calls, by the one header that counts, written once. */
final class Callers {

  private final ApiKeys keys;
  private final RateLimits limits;

  Callers(ApiKeys keys, RateLimits limits) {
    this.keys = keys;
    this.limits = limits;
  }

  /** Whether the key still works. */
  boolean admitted(HttpRequest request) {
    return owner(request).isPresent();
  }

  /** The key's owner, who has not asked too often. */
  ApiKeys.Owner admit(HttpRequest request) {
    ApiKeys.Owner owner = owner(request).orElseThrow(OpenAiProblem::badKey);
    int wait = limits.take(owner.keyId());
    if (wait > 0) {
      throw OpenAiProblem.tooFast(wait);
    }
    return owner;
  }

  private Optional<ApiKeys.Owner> owner(HttpRequest request) {
    List<String> values = request.getHeaders().getOrDefault("Authorization", List.of());
    String value = values.size() == 1 ? values.getFirst() : "";
    // a scheme has no case (RFC 9110, 11.1); a key is looked up by its hash and has one
    return value.regionMatches(true, 0, "Bearer ", 0, 7)
        ? keys.owner(value.substring("Bearer ".length()))
        : Optional.empty();
  }
}
