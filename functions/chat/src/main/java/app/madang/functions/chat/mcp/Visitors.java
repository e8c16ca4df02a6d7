package app.madang.functions.chat.mcp;

import app.madang.identity.ApiKeys;
import app.madang.runtime.Caller;
import app.madang.runtime.ProblemException;
import app.madang.runtime.security.Authentication;
import com.google.cloud.functions.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Lets programs in: with an API key, or with the own token of the person that they work for. */
public final class Visitors {

  private final Authentication authentication;
  private final ApiKeys keys;
  private final Predicate<UUID> suspended;

  Visitors(Authentication authentication, ApiKeys keys, Predicate<UUID> suspended) {
    this.authentication = authentication;
    this.keys = keys;
    this.suspended = suspended;
  }

  /** Whoever calls; none when nobody is known. */
  public Optional<Visitor> of(HttpRequest request) {
    List<String> values = request.getHeaders().getOrDefault("Authorization", List.of());
    String value = values.size() == 1 ? values.getFirst() : "";
    if (value.regionMatches(true, 0, "Bearer mdg_", 0, 11)) {
      String key = value.substring(7);
      return keys.owner(key)
          .map(
              owner ->
                  new Visitor(owner.caller(), owner.keyId(), () -> keys.owner(key).isPresent()));
    }
    try {
      Caller person = authentication.person(request);
      return Optional.of(new Visitor(person, null, () -> !suspended.test(person.id())));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }
}
