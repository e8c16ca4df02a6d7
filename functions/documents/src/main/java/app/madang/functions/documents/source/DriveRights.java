package app.madang.functions.documents.source;

import app.madang.functions.documents.source.DriveWire.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Who may read a file in Drive. What Drive does not tell gives nobody anything: a link that one
 * must know opens a file there, but does not make it found here.
 */
final class DriveRights {

  private static final String PERMISSION =
      "id,type,emailAddress,domain,role,deleted,expirationTime,allowFileDiscovery,view";
  static final String FIELDS = "permissions(" + PERMISSION + ")";

  private final DriveWire wire;
  private final Set<String> ownDomains;

  DriveRights(DriveWire wire, Set<String> ownDomains) {
    this.wire = wire;
    this.ownDomains = ownDomains;
  }

  Access of(JsonNode file) {
    List<String> people = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    boolean everyone = false;
    for (JsonNode permission : permissions(file)) {
      // an ended or limited right is asked for again when Drive says that it changed
      if (permission.path("deleted").asBoolean(false)
          || permission.has("expirationTime")
          || permission.has("view")) {
        continue;
      }
      String address = permission.path("emailAddress").asString("").toLowerCase(Locale.ROOT);
      switch (permission.path("type").asString("")) {
        case "user" -> people.add(address);
        case "group" -> groups.add(address);
        case "domain" ->
            everyone |=
                permission.path("allowFileDiscovery").asBoolean(false)
                    && ownDomains.contains(
                        permission.path("domain").asString("").toLowerCase(Locale.ROOT));
        case "anyone" -> everyone |= permission.path("allowFileDiscovery").asBoolean(false);
        default -> {
          // a kind that is not known yet
        }
      }
    }
    return new Access(people, groups, everyone);
  }

  /** In shared drives, files come without them. */
  private Iterable<JsonNode> permissions(JsonNode file) {
    if (file.has("permissions") && !file.has("driveId")) {
      return file.path("permissions");
    }
    List<JsonNode> found = new ArrayList<>();
    Map<String, String> query = new HashMap<>();
    query.put("supportsAllDrives", "true");
    query.put("pageSize", "100");
    query.put("fields", "nextPageToken," + FIELDS);
    try {
      String page;
      do {
        JsonNode answer = wire.read("/files/" + file.path("id").asString() + "/permissions", query);
        answer.path("permissions").forEach(found::add);
        page = answer.path("nextPageToken").asString(null);
        query.put("pageToken", page == null ? "" : page);
      } while (page != null);
      return found;
    } catch (Refused e) {
      return List.of();
    }
  }
}
