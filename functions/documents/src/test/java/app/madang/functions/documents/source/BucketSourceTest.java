package app.madang.functions.documents.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.functions.documents.source.Fetched.Outcome;
import com.google.cloud.NoCredentials;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cloud Storage's wire format as recorded, through Google's own client. */
class BucketSourceTest {

  @TempDir Path folder;

  private final Recorded google =
      new Recorded()
          .answer("/b/shared-files/o?", 200, "storage-objects-1.json")
          .answer("pageToken=Cgtmb2xkZXIvYi50eHQ=", 200, "storage-objects-2.json")
          .answer("/o/folder/a.txt", 200, "storage-object-a.json")
          .answer("/o/folder/b.txt", 200, "storage-object-b.json");
  private final Storage storage =
      StorageOptions.http()
          .setHost(google.url())
          .setProjectId("test")
          .setCredentials(NoCredentials.getInstance())
          .build()
          .getService();
  private final Source source =
      new BucketSource(
          storage,
          new SourceSettings(null, null, null, null, null, null, "shared-files", "folder/", null),
          1_000_000);

  @AfterEach
  void close() throws Exception {
    storage.close();
    google.close();
  }

  @Test
  void objectsAreListedPageByPageByGeneration() {
    Listing first = source.list(null, null);
    assertThat(first.found())
        .containsExactly(SourceItem.listed("folder/a.txt", "a.txt", "1730000000000001"));
    Listing second = source.list(first.cursor(), null);
    assertThat(second.found())
        .containsExactly(SourceItem.listed("folder/b.txt", "b.txt", "1730000000000002"));
    assertThat(second.cursor()).isNull();
    assertThat(second.whole()).isTrue();
    assertThat(google.asked()).allMatch(request -> request.contains("prefix=folder/"));
  }

  @Test
  void anObjectIsReadAndOneThatIsTooLargeIsLeftOut() throws IOException {
    google.bytes("alt=media", "hello");
    Path file = folder.resolve("file");
    Fetched read =
        source.fetch(SourceItem.listed("folder/a.txt", "a.txt", "1730000000000001"), file);
    assertThat(read.outcome()).isEqualTo(Outcome.READ);
    assertThat(read.revision()).isEqualTo("1730000000000001");
    assertThat(Files.readString(file)).isEqualTo("hello");
    Fetched large =
        source.fetch(SourceItem.listed("folder/b.txt", "b.txt", "1730000000000002"), file);
    assertThat(large.code()).isEqualTo("too_large");
  }

  @Test
  void whatIsRefusedIsSaid() {
    google.answer("/b/shared-files/o?", 403, "storage-403.json");
    assertThatThrownBy(() -> source.list(null, null))
        .isInstanceOf(SourceFailed.class)
        .hasMessage("forbidden");
  }
}
