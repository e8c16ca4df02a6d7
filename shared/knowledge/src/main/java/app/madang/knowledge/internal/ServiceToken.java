package app.madang.knowledge.internal;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.IdTokenCredentials;
import java.io.IOException;

/**
 * The ID token of this function's own account for one callee; kept until shortly before it expires.
 */
final class ServiceToken {

  private final IdTokenCredentials credentials;

  ServiceToken(String audience) {
    credentials =
        IdTokenCredentials.newBuilder()
            .setIdTokenProvider(ComputeEngineCredentials.create())
            .setTargetAudience(audience)
            .build();
  }

  String value() throws IOException {
    credentials.refreshIfExpired();
    AccessToken token = credentials.getAccessToken();
    if (token == null) {
      throw new IOException("the metadata server gave no identity token");
    }
    return token.getTokenValue();
  }
}
