package app.madang.runtime.security;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Caller;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Settings;
import com.google.cloud.functions.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Authenticates people, Pub/Sub pushes and other functions; a header alone proves nothing. */
public final class Authentication {

  private static final String GOOGLE = "https://accounts.google.com";
  private static final String GOOGLE_KEYS = "https://www.googleapis.com/oauth2/v3/certs";

  private final Supplier<CallerResolver> resolver;
  private final String audience;
  private final @Nullable String gatewayEmail;
  private final @Nullable String pushEmail;
  private final Set<String> serviceCallers;
  private final Supplier<String> selfUrl;
  private final TokenVerifier people;
  private final TokenVerifier services;

  /** Reads {@code OIDC_*}, {@code SERVICE_*}, {@code PUSH_EMAIL} and {@code GATEWAY_EMAIL}. */
  public Authentication(Supplier<CallerResolver> resolver) {
    this.resolver = resolver;
    this.audience = Settings.required("OIDC_AUDIENCE");
    this.gatewayEmail = Settings.optional("GATEWAY_EMAIL").orElse(null);
    this.pushEmail = Settings.optional("PUSH_EMAIL").orElse(null);
    this.serviceCallers = Set.of(Settings.optional("SERVICE_CALLERS").orElse("").split(","));
    this.selfUrl = () -> Settings.required("SELF_URL");
    this.people =
        new TokenVerifier(
            Settings.required("OIDC_ISSUER"),
            Settings.required("OIDC_JWKS_URL"),
            Settings.optional("OIDC_ROLES_CLAIM").orElse(null));
    this.services =
        new TokenVerifier(
            Settings.optional("SERVICE_ISSUER").orElse(GOOGLE),
            Settings.optional("SERVICE_JWKS_URL").orElse(GOOGLE_KEYS),
            null);
  }

  /** The person who calls. */
  public Caller person(HttpRequest request) {
    return resolver.get().resolve(people.verify(personToken(request), audience));
  }

  /** Admits only the functions named in {@code SERVICE_CALLERS}. */
  public void requireService(HttpRequest request) {
    VerifiedToken token = services.verify(bearer(request, "Authorization"), selfUrl.get());
    if (token.email() == null || !serviceCallers.contains(token.email())) {
      throw new ProblemException(ProblemCode.UNAUTHENTICATED);
    }
  }

  /** Admits only the push account, for exactly this subscription. */
  public void requirePush(HttpRequest request, String subscription) {
    VerifiedToken token =
        services.verify(
            bearer(request, "Authorization"), selfUrl.get() + "/events/" + subscription);
    if (pushEmail == null || !pushEmail.equals(token.email())) {
      throw new ProblemException(ProblemCode.UNAUTHENTICATED);
    }
  }

  /**
   * API Gateway moves the caller's token aside and puts its own into {@code Authorization}; only
   * when that one is the gateway's, verified, is the other one looked at.
   */
  private String personToken(HttpRequest request) {
    if (gatewayEmail != null && request.getFirstHeader("X-Forwarded-Authorization").isPresent()) {
      VerifiedToken gateway = services.verify(bearer(request, "Authorization"), selfUrl.get());
      if (!gatewayEmail.equals(gateway.email())) {
        throw new ProblemException(ProblemCode.UNAUTHENTICATED);
      }
      return bearer(request, "X-Forwarded-Authorization");
    }
    return bearer(request, "Authorization");
  }

  private static String bearer(HttpRequest request, String header) {
    List<String> values = Optional.ofNullable(request.getHeaders().get(header)).orElse(List.of());
    String value = request.getFirstHeader(header).orElse("");
    if (values.size() > 1 || !value.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw new ProblemException(ProblemCode.UNAUTHENTICATED);
    }
    return value.substring(7).strip();
  }
}
