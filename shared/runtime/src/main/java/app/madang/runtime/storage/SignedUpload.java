package app.madang.runtime.storage;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * How to send an object's bytes.
 *
 * @param url signed address
 * @param method HTTP method
 * @param headers must be sent as they are; they are part of the signature
 * @param expiresAt when the address stops working
 */
public record SignedUpload(URI url, String method, Map<String, String> headers, Instant expiresAt) {

  /** Keeps its own copy of the headers. */
  public SignedUpload {
    headers = Map.copyOf(headers);
  }
}
