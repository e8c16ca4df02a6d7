package app.madang.functions.documents.source;

import app.madang.runtime.outbound.PinnedSockets;
import app.madang.runtime.outbound.PublicAddress;
import app.madang.runtime.outbound.WebDoor;
import app.madang.runtime.web.JsonConfiguration;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import tools.jackson.databind.json.JsonMapper;

/** Sources as they are, but for Google's Drive, which answers as recorded. */
public final class RecordedSources {

  private static final RecordedSources ONE = new RecordedSources();

  private final Recorded drive = new Recorded();

  /** Those of this JVM. */
  public static RecordedSources get() {
    return ONE;
  }

  /** What Drive answers. */
  public Recorded drive() {
    return drive;
  }

  /** The sources. */
  public Sources sources() {
    JsonMapper json = JsonConfiguration.strictMapper();
    WebDoor door =
        new WebDoor(
            new PinnedSockets(
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                PublicAddress::orPrivate,
                InetAddress::getAllByName));
    return new Sources(
        door,
        new DriveWire(door, drive.url(), () -> Optional.of("token"), json),
        () -> {
          throw new IllegalStateException("no bucket here");
        },
        Set.of("shared-files"),
        Set.of("madang.example"),
        json,
        1_000_000);
  }
}
