package app.madang.functions.documents.source;

import app.madang.runtime.Settings;
import app.madang.runtime.outbound.HostNames;
import app.madang.runtime.outbound.PinnedSockets;
import app.madang.runtime.outbound.PublicAddress;
import app.madang.runtime.outbound.WebDoor;
import app.madang.runtime.security.GoogleAccess;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageOptions;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kinds of sources that this installation reads: websites on the internet, and inside the
 * company's network only with {@code CRAWL_PRIVATE_ADDRESSES=true}; buckets that {@code
 * CONNECTOR_BUCKETS} names; Drive's folders that the function's account was let into.
 */
public final class Sources {

  private static final String DRIVE = "https://www.googleapis.com/drive/v3";

  private final WebDoor web;
  private final DriveWire drive;
  private final Supplier<Storage> storage;
  private final Set<String> buckets;
  private final Set<String> ownDomains;
  private final JsonMapper json;
  private final long mostBytes;

  Sources(
      WebDoor web,
      DriveWire drive,
      Supplier<Storage> storage,
      Set<String> buckets,
      Set<String> ownDomains,
      JsonMapper json,
      long mostBytes) {
    this.web = web;
    this.drive = drive;
    this.storage = storage;
    this.buckets = buckets;
    this.ownDomains = ownDomains;
    this.json = json;
    this.mostBytes = mostBytes;
  }

  /** The sources of the environment. */
  public static Sources ofEnvironment(JsonMapper json, long mostBytes) {
    SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    HostNames names = InetAddress::getAllByName;
    boolean inside =
        Settings.optional("CRAWL_PRIVATE_ADDRESSES").filter("true"::equals).isPresent();
    WebDoor web =
        new WebDoor(
            new PinnedSockets(tls, inside ? PublicAddress::orPrivate : PublicAddress::is, names));
    String base = Settings.optional("DRIVE_BASE_URL").orElse(DRIVE);
    WebDoor google =
        new WebDoor(
            new PinnedSockets(
                tls, base.equals(DRIVE) ? PublicAddress::is : PublicAddress::orPrivate, names));
    GoogleAccess access = new GoogleAccess("https://www.googleapis.com/auth/drive.readonly");
    return new Sources(
        web,
        new DriveWire(google, base, access::token, json),
        () -> StorageOptions.getDefaultInstance().getService(),
        listed("CONNECTOR_BUCKETS"),
        listed("DRIVE_DOMAINS"),
        json,
        mostBytes);
  }

  /** A source for one slice. */
  public Source open(String kind, SourceSettings settings) {
    return switch (kind) {
      case "web" -> new WebSource(web, settings, mostBytes);
      case "bucket" -> new BucketSource(storage.get(), settings, mostBytes);
      case "drive" -> new DriveSource(drive, ownDomains, json, settings, mostBytes);
      default -> throw new IllegalArgumentException("no such kind: " + kind);
    };
  }

  /** Whether an administrator lets a bucket be read. */
  public boolean admits(String bucket) {
    return buckets.contains(bucket.toLowerCase(Locale.ROOT));
  }

  /** Whether an address is one that a crawl may begin at. */
  public static boolean isWebAddress(String address) {
    return WebAddress.canonical(address).isPresent();
  }

  private static Set<String> listed(String variable) {
    return Arrays.stream(Settings.optional(variable).orElse("").split(","))
        .map(part -> part.strip().toLowerCase(Locale.ROOT))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.toSet());
  }
}
