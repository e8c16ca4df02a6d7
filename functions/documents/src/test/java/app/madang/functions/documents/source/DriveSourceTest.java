package app.madang.functions.documents.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.madang.functions.documents.source.Fetched.Outcome;
import app.madang.runtime.outbound.PinnedSockets;
import app.madang.runtime.outbound.PublicAddress;
import app.madang.runtime.outbound.WebDoor;
import app.madang.runtime.web.JsonConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Drive's wire format, version 3, as recorded. */
class DriveSourceTest {

  private static final JsonMapper JSON = JsonConfiguration.strictMapper();

  @TempDir Path folder;

  private final Recorded drive =
      new Recorded()
          .answer("/changes/startPageToken", 200, "drive-start-token.json")
          .answer("'1rootFolder' in parents", 200, "drive-files-root-1.json")
          .answer("pageToken=~!!~AI9FV7Q", 200, "drive-files-root-2.json")
          .answer("'1subFolder' in parents", 200, "drive-files-sub.json")
          .answer("/files/1aPdf/permissions", 200, "drive-permissions.json")
          .answer("/changes?", 200, "drive-changes.json");
  private final Source source = source(Set.of("example.com"));

  @AfterEach
  void close() {
    drive.close();
  }

  @Test
  void theFolderIsWalkedWithAllBelowAndWhoMayReadWhat() {
    List<SourceItem> found = new ArrayList<>();
    Listing last = walk(found);
    assertThat(found.stream().map(SourceItem::name))
        .containsExactly("사업 계획.docx", "사진.jpg", "계약.pdf");
    // a link that one must know, an ended and an ending right give nothing
    assertThat(found.get(0).access())
        .isEqualTo(new Access(List.of("haneul@example.com"), List.of("sales@example.com"), false));
    assertThat(found.get(1).access()).isEqualTo(new Access(List.of(), List.of(), true));
    assertThat(found.get(2).access())
        .isEqualTo(new Access(List.of(), List.of("legal@example.com"), false));
    assertThat(last.whole()).isTrue();
    assertThat(last.checkpoint()).contains("411", "1subFolder");
    assertThat(drive.asked()).allMatch(request -> request.endsWith("Bearer token"));
  }

  @Test
  void aDomainThatIsNotOursIsNotEveryone() {
    List<SourceItem> found = new ArrayList<>();
    Source other = source(Set.of());
    Listing listing = other.list(null, null);
    while (listing.cursor() != null) {
      listing = other.list(listing.cursor(), null);
      found.addAll(listing.found());
    }
    assertThat(found.get(1).access()).isEqualTo(new Access(List.of(), List.of(), false));
  }

  @Test
  void rightsThatDriveDoesNotTellGiveNobodyAnything() {
    drive.answer("/files/1aPdf/permissions", 403, "drive-403.json");
    List<SourceItem> found = new ArrayList<>();
    walk(found);
    assertThat(found.get(2).access()).isEqualTo(new Access(List.of(), List.of(), false));
  }

  @Test
  void afterwardsOnlyChangesAreRead() {
    String checkpoint = walk(new ArrayList<>()).checkpoint();
    Listing changes = source.list(null, checkpoint);
    assertThat(changes.whole()).isFalse();
    assertThat(changes.gone()).containsExactly("1aGone", "1aPhoto", "1aElse");
    assertThat(changes.found()).extracting(SourceItem::name).containsExactly("사업 계획 2.docx");
    assertThat(changes.found().getFirst().access())
        .isEqualTo(new Access(List.of(), List.of("sales@example.com"), false));
    assertThat(changes.cursor()).isNull();
    assertThat(changes.checkpoint()).contains("423");
  }

  @Test
  void aFolderThatMovedHasTheTreeWalkedAgain() {
    String checkpoint = walk(new ArrayList<>()).checkpoint();
    drive.answer("/changes?", 200, "drive-changes-folder.json");
    Listing again = source.list(null, checkpoint);
    assertThat(again.cursor()).contains("\"open\":[\"1rootFolder\"]");
    assertThat(again.whole()).isTrue();
  }

  @Test
  void aTokenThatRanOutBeginsAnew() {
    String checkpoint = walk(new ArrayList<>()).checkpoint();
    drive.answer("/changes?", 410, "drive-410.json");
    assertThatThrownBy(() -> source.list(null, checkpoint))
        .asInstanceOf(type(SourceFailed.class))
        .matches(SourceFailed::cursorLost)
        .matches(failed -> Duration.ZERO.equals(failed.retryAfter()))
        .matches(failed -> failed.code().equals("changes_lost"));
  }

  @Test
  void limitsAreWaitedForAndRefusalsAreSaid() {
    assertFails(403, "drive-403-rate.json", "rate_limited", Duration.ofSeconds(30));
    assertFails(429, "drive-403-rate.json", "rate_limited", Duration.ofSeconds(30));
    assertFails(403, "drive-403.json", "forbidden", null);
    assertFails(401, "drive-403.json", "unauthorized", null);
    assertFails(503, "drive-403.json", "unreachable", null);
    assertFails(404, "drive-404.json", "not_found", null);
  }

  @Test
  void googlesOwnDocumentsAreExportedAndOthersTakenAsTheyAre() throws IOException {
    List<SourceItem> found = new ArrayList<>();
    walk(found);
    Path file = folder.resolve("file");
    drive.bytes(
        "/files/1aPlan/export?mimeType=application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx");
    Fetched plan = source.fetch(found.get(0), file);
    assertThat(plan.outcome()).isEqualTo(Outcome.READ);
    assertThat(Files.readString(file)).isEqualTo("docx");
    assertThat(source.fetch(found.get(1), file).code()).isEqualTo("type");
    drive.bytes("/files/1aPdf?alt=media", "hello");
    assertThat(source.fetch(found.get(2), file).contentType()).isEqualTo("application/pdf");
    assertThat(Files.readString(file)).isEqualTo("hello");
    drive.answer("/files/1aPlan/export", 403, "drive-403-export.json");
    assertThat(source.fetch(found.get(0), file).code()).isEqualTo("too_large");
    drive.answer("/files/1aPdf?alt=media", 404, "drive-404.json");
    assertThat(source.fetch(found.get(2), file).outcome()).isEqualTo(Outcome.GONE);
  }

  private void assertFails(
      int status, String file, String code, @org.jspecify.annotations.Nullable Duration retry) {
    drive.answer("/changes/startPageToken", status, file);
    assertThatThrownBy(() -> source.list(null, null))
        .asInstanceOf(type(SourceFailed.class))
        .matches(failed -> failed.code().equals(code), code)
        .matches(failed -> java.util.Objects.equals(failed.retryAfter(), retry));
  }

  private Listing walk(List<SourceItem> found) {
    Listing listing = source.list(null, null);
    while (listing.cursor() != null) {
      listing = source.list(listing.cursor(), null);
      found.addAll(listing.found());
    }
    return listing;
  }

  private Source source(Set<String> ownDomains) {
    WebDoor door =
        new WebDoor(
            new PinnedSockets(
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                PublicAddress::orPrivate,
                InetAddress::getAllByName));
    DriveWire wire = new DriveWire(door, drive.url(), () -> Optional.of("token"), JSON);
    SourceSettings settings =
        new SourceSettings(null, null, null, null, null, null, null, null, "1rootFolder");
    return new DriveSource(wire, ownDomains, JSON, settings, 1_000_000);
  }
}
