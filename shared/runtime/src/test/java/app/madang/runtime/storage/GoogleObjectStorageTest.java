package app.madang.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is signed for browsers, as documented for V4 signed addresses; signing asks nobody. */
class GoogleObjectStorageTest {

  private final GoogleObjectStorage storage = new GoogleObjectStorage(storage(), "madang-test");

  @Test
  void anUploadInOneRequestIsCreateOnlyAndOfOneSize() {
    SignedUpload upload =
        storage.signUpload("documents/a", 5, "text/plain", Duration.ofMinutes(15));
    assertThat(upload.method()).isEqualTo("PUT");
    assertThat(upload.headers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Content-Type", "text/plain",
                "x-goog-if-generation-match", "0",
                "x-goog-content-length-range", "5,5"));
    assertThat(signedHeaders(upload))
        .isEqualTo("content-type;host;x-goog-content-length-range;x-goog-if-generation-match");
  }

  @Test
  void anUploadInPartsIsBegunByASignedPostThatSaysSo() {
    SignedUpload upload =
        storage.signResumable("documents/a", 5, "text/plain", Duration.ofMinutes(15));
    assertThat(upload.method()).isEqualTo("POST");
    assertThat(upload.headers())
        .containsEntry("x-goog-resumable", "start")
        .containsEntry("x-goog-if-generation-match", "0")
        .containsEntry("Content-Type", "text/plain");
    assertThat(upload.url().getPath()).isEqualTo("/madang-test/documents/a");
    assertThat(signedHeaders(upload))
        .isEqualTo(
            "content-type;host;x-goog-content-length-range;x-goog-if-generation-match;x-goog-resumable");
    assertThat(query(upload.url())).containsEntry("X-Goog-Expires", "900");
  }

  private static String signedHeaders(SignedUpload upload) {
    return query(upload.url()).getOrDefault("X-Goog-SignedHeaders", "");
  }

  private static Map<String, String> query(URI url) {
    return Arrays.stream(url.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static Storage storage() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(2048);
      return StorageOptions.newBuilder()
          .setProjectId("madang-test")
          .setCredentials(
              ServiceAccountCredentials.newBuilder()
                  .setClientEmail("documents@madang-test.iam.gserviceaccount.com")
                  .setPrivateKey(keys.generateKeyPair().getPrivate())
                  .build())
          .build()
          .getService();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows RSA", e);
    }
  }
}
