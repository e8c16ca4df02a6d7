package app.madang.runtime.security;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The function's own access token for Google's interfaces, from the metadata server. */
public final class GoogleAccess {

  private static final Logger LOG = LoggerFactory.getLogger(GoogleAccess.class);

  private final AtomicReference<@Nullable GoogleCredentials> credentials = new AtomicReference<>();
  private final String scope;

  /** Access to Google Cloud. */
  public GoogleAccess() {
    this("https://www.googleapis.com/auth/cloud-platform");
  }

  /** Access to what a scope says. */
  public GoogleAccess(String scope) {
    this.scope = scope;
  }

  /** The token, renewed when it is old; empty when there is nobody to ask. */
  public Optional<String> token() {
    try {
      GoogleCredentials known = credentials.get();
      if (known == null) {
        known = GoogleCredentials.getApplicationDefault().createScoped(scope);
        credentials.set(known);
      }
      known.refreshIfExpired();
      return Optional.ofNullable(known.getAccessToken()).map(AccessToken::getTokenValue);
    } catch (IOException e) {
      LOG.error("No access token of the function's own account", e);
      return Optional.empty();
    }
  }
}
