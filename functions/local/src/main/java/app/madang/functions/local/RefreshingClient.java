package app.madang.functions.local;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;

/**
 * A browser that renews its access. Spring gives public clients no refresh tokens; companies'
 * providers do, good for one use each, so this one does too.
 */
final class RefreshingClient extends OAuth2ClientAuthenticationToken {

  private static final long serialVersionUID = 1L;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RefreshingClient(String clientId) {
    super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
  }

  /** Knows a public client's renewal by its form. */
  static @Nullable Authentication of(HttpServletRequest request) {
    String client = request.getParameter("client_id");
    boolean renews =
        "refresh_token".equals(request.getParameter("grant_type"))
            && request.getHeader("Authorization") == null
            && client != null;
    return renews ? new RefreshingClient(client) : null;
  }

  /** A token that is good until the next renewal. */
  static @Nullable OAuth2RefreshToken token(OAuth2TokenContext context) {
    if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
      return null;
    }
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    Instant now = Instant.now();
    return new OAuth2RefreshToken(
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
        now,
        now.plus(context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive()));
  }

  /** Lets it in by its name: what it proves is the token that it holds. */
  record Door(RegisteredClientRepository clients) implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication authentication) {
      RegisteredClient client = clients.findByClientId(authentication.getName());
      if (client == null
          || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
      }
      return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
      return RefreshingClient.class.isAssignableFrom(authentication);
    }
  }
}
