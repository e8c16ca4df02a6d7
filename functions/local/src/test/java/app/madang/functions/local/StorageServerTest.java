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
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageServerTest {

  private static final String TYPE = "text/plain";
  private static final int PART = 256 * 1024;
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
  void takesPartsAsCloudStorageDoesAndSaysWhatHasArrived() throws Exception {
    int size = 2 * PART + 5;
    SignedUpload upload = storage.signResumable("documents/b", size, TYPE, TTL);
    URI session = begin(upload);
    assertThat(put(session, "", "", "bytes */" + size).headers().firstValue("Range")).isEmpty();
    HttpResponse<String> first = part(session, 0, PART, size);
    assertThat(first.statusCode()).isEqualTo(308);
    assertThat(first.headers().firstValue("Range")).contains("bytes=0-" + (PART - 1));
    assertThat(part(session, 2 * PART, 5, size).headers().firstValue("Range"))
        .as("what does not follow is not taken")
        .contains("bytes=0-" + (PART - 1));
    assertThat(part(session, PART, 7, size).statusCode()).as("no whole part").isEqualTo(400);
    assertThat(put(session, "", "", "bytes */" + size).statusCode()).isEqualTo(308);
    assertThat(begin(upload)).as("begun again, it goes on").isNotNull();
    assertThat(part(session, PART, PART, size).statusCode()).isEqualTo(308);
    assertThat(storage.find("documents/b")).isEmpty();
    assertThat(part(session, 2 * PART, 5, size).statusCode()).isEqualTo(200);
    assertThat(put(session, "", "", "bytes */" + size).statusCode()).isEqualTo(200);
    assertThat(finalized).hasSize(1).first().extracting(StoredObject::size).isEqualTo((long) size);
    assertThat(post(upload, Map.of()).statusCode()).isEqualTo(412);
  }

  @Test
  void aSessionIsBegunByWhatWasSignedOnly() throws Exception {
    SignedUpload upload = storage.signResumable("documents/s", PART, TYPE, TTL);
    assertThat(post(upload, Map.of("Content-Type", "text/html")).statusCode()).isEqualTo(403);
    assertThat(post(upload, Map.of("x-goog-resumable", "stop")).statusCode()).isEqualTo(403);
    assertThat(put(upload.url(), "hello", TYPE, "").statusCode()).isEqualTo(403);
    String session = begin(upload).toString();
    URI other = URI.create(session.replace("/s?", "/t?"));
    assertThat(part(other, 0, PART, PART).statusCode()).isEqualTo(403);
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

  private URI begin(SignedUpload upload) throws Exception {
    HttpResponse<String> begun = post(upload, Map.of());
    assertThat(begun.statusCode()).isEqualTo(201);
    return URI.create(begun.headers().firstValue("Location").orElseThrow());
  }

  private HttpResponse<String> post(SignedUpload upload, Map<String, String> others)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(upload.url()).POST(HttpRequest.BodyPublishers.noBody());
    upload.headers().forEach((name, value) -> request.setHeader(name, value));
    others.forEach(request::setHeader);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> part(URI session, int first, int length, int size) throws Exception {
    String range = "bytes %d-%d/%d".formatted(first, first + length - 1, size);
    return put(session, "x".repeat(length), "", range);
  }

  private HttpResponse<String> part(URI address, String range) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address).header("Range", range).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> put(URI url, String body, String type, String range)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).PUT(HttpRequest.BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (!range.isEmpty()) {
      request.header("Content-Range", range);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
