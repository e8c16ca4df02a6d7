package app.madang.runtime.storage;

import app.madang.runtime.Settings;
import com.google.cloud.storage.StorageOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The storage that {@code STORAGE} names: {@code gcs} with {@code STORAGE_BUCKET}, or {@code
 * filesystem} with {@code STORAGE_ROOT}, {@code STORAGE_ORIGIN} and {@code STORAGE_SIGNING_KEY}.
 */
@Configuration(proxyBeanMethods = false)
public class StorageConfiguration {

  @Bean
  ObjectStorage objectStorage() {
    String kind = Settings.required("STORAGE");
    return switch (kind) {
      case "gcs" ->
          new GoogleObjectStorage(
              StorageOptions.getDefaultInstance().getService(),
              Settings.required("STORAGE_BUCKET"));
      case "filesystem" ->
          new FilesystemObjectStorage(
              Path.of(Settings.required("STORAGE_ROOT")),
              URI.create(Settings.required("STORAGE_ORIGIN")),
              Base64.getDecoder().decode(Settings.required("STORAGE_SIGNING_KEY")),
              Clock.systemUTC());
      default -> throw new IllegalStateException("STORAGE is neither gcs nor filesystem: " + kind);
    };
  }
}
