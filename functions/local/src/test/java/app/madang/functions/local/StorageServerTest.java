package app.madang.functions.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.runtime.storage.FilesystemObjectStorage;
import app.madang.runtime.storage.SignedUpload;
import app.madang.runtime.storage.StoredObject;
import app.madang.testing.servers.Ports;
import app.madang.testing.servers.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageServerTest {

  private static final String TYPE = "text/plain";
  private static final Duration TTL = Duration.ofMinutes(15);

  @TempDir private Path folder;
  private FilesystemObjectStorage storage;
  private StorageServer server;
  private final List<StoredObject> finalized = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void start() {
    int port = Ports.free();
    storage =
        new FilesystemObjectStorage(
            folder,
            URI.create("http://127.0.0.1:" + port),
            Base64.getDecoder().decode(Secrets.key()),
            Clock.systemUTC());
    server = new StorageServer(port, storage, "http://site.example", finalized::add);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void takesExactlyOneFileOfTheSignedSize() throws Exception {
    SignedUpload upload = storage.signUpload("documents/a", 5, TYPE, TTL);
    assertThat(put(upload.url(), "hello!", TYPE, "").statusCode()).isEqualTo(400);
    assertThat(put(upload.url(), "hi", TYPE, "").statusCode()).isEqualTo(400);
    assertThat(put(upload.url(), "hello", "text/html", "").statusCode()).isEqualTo(403);
    assertThat(finalized).isEmpty();
    assertThat(put(upload.url(), "hello", TYPE, "").statusCode()).isEqualTo(200);
    assertThat(put(upload.url(), "other", TYPE, "").statusCode()).isEqualTo(412);
    assertThat(finalized).hasSize(1).first().extracting(StoredObject::size).isEqualTo(5L);
  }

  @Test
  void takesPartsAndSaysWhatHasArrived() throws Exception {
    SignedUpload upload = storage.signUpload("documents/b", 10, TYPE, TTL);
    HttpResponse<String> first = put(upload.url(), "01234", TYPE, "bytes 0-4/10");
    assertThat(first.statusCode()).isEqualTo(308);
    assertThat(first.headers().firstValue("Range")).contains("bytes=0-4");
    assertThat(put(upload.url(), "9", TYPE, "bytes 9-9/10").headers().firstValue("Range"))
        .contains("bytes=0-4");
    assertThat(put(upload.url(), "", TYPE, "bytes */10").statusCode()).isEqualTo(308);
    assertThat(put(upload.url(), "56789and more", TYPE, "bytes 5-9/10").statusCode())
        .isEqualTo(413);
    assertThat(storage.find("documents/b")).isEmpty();
    assertThat(put(upload.url(), "0123456789", TYPE, "").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesForgedAndExpiredAddresses() throws Exception {
    SignedUpload upload = storage.signUpload("documents/c", 5, TYPE, TTL);
    String url = upload.url().toString();
    assertThat(put(URI.create(url.replace("size=5", "size=6")), "hello!", TYPE, "").statusCode())
        .isEqualTo(403);
    assertThat(put(URI.create(url.replace("/c?", "/d?")), "hello", TYPE, "").statusCode())
        .isEqualTo(403);
    assertThat(put(URI.create(url + "x"), "hello", TYPE, "").statusCode()).isEqualTo(403);
    SignedUpload expired = storage.signUpload("documents/c", 5, TYPE, Duration.ofSeconds(-1));
    assertThat(put(expired.url(), "hello", TYPE, "").statusCode()).isEqualTo(403);
    assertThat(
            http.send(
                    HttpRequest.newBuilder(upload.url()).build(),
                    HttpResponse.BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void givesDownloadsAsAttachmentsThatCannotRun() throws Exception {
    put(storage.signUpload("documents/e", 5, TYPE, TTL).url(), "hello", TYPE, "");
    URI address = storage.signDownload("documents/e", "연차 규정.html", Duration.ofSeconds(60));
    HttpResponse<String> response =
        http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.body()).isEqualTo("hello");
    assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename*=UTF-8''%EC%97%B0");
    assertThat(response.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void givesAPartOfAFileToTheSitesScripts() throws Exception {
    put(storage.signUpload("documents/f", 10, TYPE, TTL).url(), "0123456789", TYPE, "");
    URI address = storage.signDownload("documents/f", "f.pdf", Duration.ofSeconds(60));
    HttpResponse<String> part = part(address, "bytes=2-4");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("234");
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 2-4/10");
    assertThat(part.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
        .contains("Content-Range");
    assertThat(part(address, "bytes=7-").body()).isEqualTo("789");
    assertThat(part(address, "bytes=-3").body()).isEqualTo("789");
    assertThat(part(address, "bytes=8-99").body()).isEqualTo("89");
    HttpResponse<String> behind = part(address, "bytes=10-12");
    assertThat(behind.statusCode()).isEqualTo(416);
    assertThat(behind.headers().firstValue("Content-Range")).contains("bytes */10");
    for (String odd : List.of("bytes=-", "bytes=4-2", "bytes=0-1,3-4", "lines=1-2")) {
      assertThat(part(address, odd).statusCode()).as(odd).isEqualTo(200);
      assertThat(part(address, odd).body()).as(odd).isEqualTo("0123456789");
    }
    HttpResponse<String> preflight =
        http.send(
            HttpRequest.newBuilder(address)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains(", Range");
  }

  private HttpResponse<String> part(URI address, String range) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address).header("Range", range).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> put(URI url, String body, String type, String range)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", type)
            .PUT(HttpRequest.BodyPublishers.ofString(body));
    if (!range.isEmpty()) {
      request.header("Content-Range", range);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
