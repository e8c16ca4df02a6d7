package app.madang.models.setup;

import app.madang.models.catalogue.Provider;
import app.madang.models.catalogue.ProviderKind;
import app.madang.runtime.Settings;
import app.madang.runtime.security.GoogleAccess;
import java.util.Optional;

/**
 * The function's own access token for Vertex AI. {@code VERTEX_LOCATION} switches it on, as in
 * {@code asia-northeast3}.
 */
final class GoogleToken {

  private final Optional<String> location = Settings.optional("VERTEX_LOCATION");
  private final GoogleAccess access = new GoogleAccess();

  boolean available() {
    return location.isPresent();
  }

  /** The provider's address; Vertex AI's names the project and the place. */
  String address(Provider provider) {
    if (provider.kind() != ProviderKind.VERTEX_AI) {
      return provider.baseUrl();
    }
    String region = location.orElse("global");
    return provider
        .baseUrl()
        // the one place without a prefix
        .replace(
            "{region}-aiplatform", region.equals("global") ? "aiplatform" : region + "-aiplatform")
        .replace("{region}", region)
        .replace("{project}", Settings.optional("GOOGLE_CLOUD_PROJECT").orElse(""));
  }

  Optional<String> token() {
    return access.token();
  }
}
