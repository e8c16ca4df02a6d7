package app.madang.models.setup;

import app.madang.models.catalogue.Provider;
import app.madang.models.catalogue.ProviderKind;
import app.madang.runtime.Settings;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The function's own access token for Vertex AI. {@code VERTEX_LOCATION} switches it on, as in
 * {@code asia-northeast3}.
 */
final class GoogleToken {

  private static final Logger LOG = LoggerFactory.getLogger(GoogleToken.class);

  private final Optional<String> location = Settings.optional("VERTEX_LOCATION");
  private final AtomicReference<@Nullable GoogleCredentials> credentials = new AtomicReference<>();

  boolean available() {
    return location.isPresent();
  }

  /** The provider's address; Vertex AI's names the project and the place. */
  String address(Provider provider) {
    if (provider.kind() != ProviderKind.VERTEX_AI) {
      return provider.baseUrl();
    }
    return provider
        .baseUrl()
        .replace("{region}", location.orElse("global"))
        .replace("{project}", Settings.optional("GOOGLE_CLOUD_PROJECT").orElse(""));
  }

  Optional<String> token() {
    try {
      GoogleCredentials known = credentials.get();
      if (known == null) {
        known =
            GoogleCredentials.getApplicationDefault()
                .createScoped("https://www.googleapis.com/auth/cloud-platform");
        credentials.set(known);
      }
      known.refreshIfExpired();
      return Optional.ofNullable(known.getAccessToken()).map(AccessToken::getTokenValue);
    } catch (IOException e) {
      LOG.error("No access token for Vertex AI", e);
      return Optional.empty();
    }
  }
}
