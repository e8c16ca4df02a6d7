package app.madang.models.setup;

import app.madang.models.catalogue.Provider;
import app.madang.models.catalogue.ProviderKind;
import app.madang.runtime.Settings;
import app.madang.runtime.security.GoogleAccess;
import java.util.Optional;

/**
 * The function's own access token for Vertex AI. {@code VERTEX_LOCATION} switches it on, as in
 * {@code asia-northeast3} or {@code global}.
 */
final class GoogleToken {

  private final Optional<String> location = Settings.optional("VERTEX_LOCATION");
  private final GoogleAccess access = new GoogleAccess();

  boolean available() {
    return location.isPresent();
  }

  /** The provider's address; that of the one that ships is where the operator says. */
  String address(Provider provider) {
    if (provider.kind() != ProviderKind.VERTEX_AI || !provider.baseUrl().contains("{region}")) {
      return provider.baseUrl();
    }
    return VertexAddress.of(
        location.orElse("global"), Settings.optional("GOOGLE_CLOUD_PROJECT").orElse(""));
  }

  Optional<String> token() {
    return access.token();
  }
}
