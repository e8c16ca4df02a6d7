package app.madang.functions.documents.source;

import app.madang.functions.documents.source.DriveWire.Refused;
import app.madang.functions.documents.source.Fetched.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of Google Drive with all below it: at first by walking it, then by Drive's own log of
 * changes. When a folder changed, or the log is no longer there, it is walked again.
 */
final class DriveSource implements Source {

  private static final String FOLDER = "application/vnd.google-apps.folder";
  private static final String FILE =
      "id,name,mimeType,size,md5Checksum,modifiedTime,parents,trashed,driveId,"
          + DriveRights.FIELDS;
  private static final Map<String, String> EXPORTS =
      Map.of(
          "application/vnd.google-apps.document",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.google-apps.spreadsheet",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.google-apps.presentation",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation");
  private static final Map<String, String> ENDINGS =
      Map.of(
          "application/vnd.google-apps.document", ".docx",
          "application/vnd.google-apps.spreadsheet", ".xlsx",
          "application/vnd.google-apps.presentation", ".pptx");

  private final DriveWire wire;
  private final DriveRights rights;
  private final JsonMapper json;
  private final String root;
  private final long mostBytes;

  DriveSource(
      DriveWire wire,
      Set<String> ownDomains,
      JsonMapper json,
      SourceSettings settings,
      long mostBytes) {
    this.wire = wire;
    this.rights = new DriveRights(wire, ownDomains);
    this.json = json;
    this.root = settings.driveFolder() == null ? "" : settings.driveFolder();
    this.mostBytes = mostBytes;
  }

  /**
   * Where a list is.
   *
   * @param token of the log of changes: where the next run begins, or where this one reads
   * @param open folders still to be listed; null while changes are read
   */
  record Place(
      String token, @Nullable List<String> open, @Nullable String page, Set<String> folders) {}

  @Override
  public Listing list(@Nullable String cursor, @Nullable String checkpoint) {
    String known = cursor == null ? checkpoint : cursor;
    try {
      if (known == null) {
        return begin(List.of());
      }
      Place place = json.readValue(known, Place.class);
      return place.open() == null ? changes(place) : walk(place);
    } catch (Refused e) {
      throw switch (e.status) {
        case 404 -> new SourceFailed("not_found", null, true);
        case 400, 410 -> new SourceFailed("changes_lost", java.time.Duration.ZERO, true);
        default -> new SourceFailed("forbidden");
      };
    }
  }

  private Listing begin(List<String> gone) {
    String token =
        wire.read("/changes/startPageToken", Map.of("supportsAllDrives", "true"))
            .path("startPageToken")
            .asString();
    return new Listing(
        List.of(), gone, text(new Place(token, List.of(root), null, Set.of(root))), null, true);
  }

  private Listing walk(Place place) {
    List<String> open = new ArrayList<>(place.open() == null ? List.of() : place.open());
    Map<String, String> query = everywhere();
    query.put(
        "q", "'" + open.getFirst().replaceAll("['\\\\]", "") + "' in parents and trashed = false");
    query.put("pageSize", "50");
    query.put("fields", "nextPageToken,files(" + FILE + ")");
    if (place.page() != null) {
      query.put("pageToken", place.page());
    }
    JsonNode answer = wire.read("/files", query);
    Set<String> folders = new LinkedHashSet<>(place.folders());
    List<SourceItem> found = new ArrayList<>();
    for (JsonNode file : answer.path("files")) {
      if (!file.path("mimeType").asString("").equals(FOLDER)) {
        found.add(item(file));
      } else if (folders.add(file.path("id").asString())) {
        open.add(file.path("id").asString());
      }
    }
    String page = answer.path("nextPageToken").asString(null);
    if (page == null) {
      open.removeFirst();
    }
    boolean done = open.isEmpty();
    return new Listing(
        found,
        List.of(),
        done ? null : text(new Place(place.token(), open, page, folders)),
        done ? text(new Place(place.token(), null, null, folders)) : null,
        true);
  }

  private Listing changes(Place place) {
    Map<String, String> query = everywhere();
    query.put("pageToken", place.token());
    query.put("includeRemoved", "true");
    query.put("pageSize", "50");
    query.put(
        "fields",
        "nextPageToken,newStartPageToken,changes(changeType,removed,fileId,file(" + FILE + "))");
    JsonNode answer = wire.read("/changes", query);
    List<SourceItem> found = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (JsonNode change : answer.path("changes")) {
      String id = change.path("fileId").asString("");
      JsonNode file = change.path("file");
      boolean inside = inside(file, place.folders());
      if (place.folders().contains(id)
          || inside && file.path("mimeType").asString("").equals(FOLDER)) {
        // what lies below moved or has other rights, and the log does not say so for each
        return begin(gone);
      }
      if (change.path("removed").asBoolean(false)
          || file.path("trashed").asBoolean(false)
          || !inside) {
        gone.add(id);
      } else {
        found.add(item(file));
      }
    }
    String next = answer.path("nextPageToken").asString(null);
    String start = answer.path("newStartPageToken").asString(place.token());
    return new Listing(
        found,
        gone,
        next == null ? null : text(new Place(next, null, null, place.folders())),
        next == null ? text(new Place(start, null, null, place.folders())) : null,
        false);
  }

  private static boolean inside(JsonNode file, Set<String> folders) {
    for (JsonNode parent : file.path("parents")) {
      if (folders.contains(parent.asString())) {
        return true;
      }
    }
    return false;
  }

  private SourceItem item(JsonNode file) {
    String type = file.path("mimeType").asString("");
    String name = file.path("name").asString("") + ENDINGS.getOrDefault(type, "");
    String state = file.path("md5Checksum").asString(file.path("modifiedTime").asString(""));
    return new SourceItem(
        file.path("id").asString(),
        name,
        type + "\n" + state + "\n" + name,
        null,
        0,
        rights.of(file));
  }

  @Override
  public Fetched fetch(SourceItem item, Path into) {
    String type = item.listed() == null ? "" : item.listed().split("\n", 2)[0];
    String export = EXPORTS.get(type);
    if (export == null && (type.startsWith("application/vnd.google-apps") || media(type))) {
      return Fetched.leftOut("type", List.of());
    }
    try {
      if (export == null) {
        wire.download(
            "/files/" + item.id(),
            Map.of("alt", "media", "supportsAllDrives", "true"),
            mostBytes,
            into);
      } else {
        wire.download(
            "/files/" + item.id() + "/export", Map.of("mimeType", export), mostBytes, into);
      }
      return Fetched.read(item.name(), export == null ? type : export, item.listed(), List.of());
    } catch (Refused e) {
      String reason = String.valueOf(e.getMessage());
      if (e.status == 404) {
        return Fetched.of(Outcome.GONE);
      }
      return reason.equals("exportSizeLimitExceeded") || e.status == 413
          ? Fetched.leftOut("too_large", List.of())
          : Fetched.failed("forbidden");
    }
  }

  private static boolean media(String type) {
    return type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/");
  }

  private static Map<String, String> everywhere() {
    Map<String, String> query = new HashMap<>();
    query.put("supportsAllDrives", "true");
    query.put("includeItemsFromAllDrives", "true");
    return query;
  }

  private String text(Place place) {
    return json.writeValueAsString(place);
  }
}
