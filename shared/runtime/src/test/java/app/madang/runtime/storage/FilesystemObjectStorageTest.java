package app.madang.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesystemObjectStorageTest {

  @TempDir private Path folder;
  private FilesystemObjectStorage storage;

  @BeforeEach
  void open() {
    storage =
        new FilesystemObjectStorage(
            folder, URI.create("http://127.0.0.1:9"), new byte[32], Clock.systemUTC());
  }

  @Test
  void anObjectIsReadByItsGenerationOnly() throws IOException {
    StoredObject object = receive("documents/a", "hello").object().orElseThrow();
    assertThat(storage.open("documents/a", object.generation()).readAllBytes())
        .asString()
        .isEqualTo("hello");
    assertThatThrownBy(() -> storage.open("documents/a", object.generation() + 1))
        .isInstanceOf(NoSuchFileException.class);
    storage.delete("documents/a");
    storage.delete("documents/a");
    assertThat(storage.find("documents/a")).isEmpty();
    StoredObject second = receive("documents/a", "again").object().orElseThrow();
    assertThat(second.generation()).isNotEqualTo(object.generation());
  }

  @Test
  void ofManyWritersOneWins() throws InterruptedException {
    AtomicInteger created = new AtomicInteger();
    Thread[] writers = new Thread[16];
    for (int i = 0; i < writers.length; i++) {
      writers[i] =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      receive("documents/b", "hello")
                          .object()
                          .ifPresent(x -> created.incrementAndGet());
                    } catch (IOException e) {
                      assertThat(((UploadRefused) e).status()).isIn(409, 412);
                    }
                  });
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(created).hasValue(1);
  }

  @Test
  void anEmptyFileIsAnObjectToo() throws IOException {
    assertThat(receive("documents/c", "").object()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "/a", "a/../b", "a//b", "a b", ""})
  void namesStayInTheFolder(String name) {
    assertThatThrownBy(() -> storage.find(name)).isInstanceOf(IllegalArgumentException.class);
  }

  private UploadProgress receive(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    SignedRequest upload =
        new SignedRequest("PUT", name, bytes.length, "text/plain", Instant.now().plusSeconds(60));
    return storage.receive(upload, 0, new ByteArrayInputStream(bytes));
  }
}
