package app.madang.functions.local;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The site's security headers; the policy's hashes come from the site's own build.
 *
 * @param policy all but who may frame a page
 */
record SiteHeaders(String policy, EmbedOrigins embeds) {

  static SiteHeaders of(Path dist, StackPorts ports, EmbedOrigins embeds) {
    JsonNode hashes = read(dist.resolve("csp.json"));
    String policies = words(hashes, "trustedTypes", "");
    return new SiteHeaders(
        String.join(
            "; ",
            List.of(
                "default-src 'none'",
                "script-src 'self'" + words(hashes, "scripts", "'"),
                "style-src 'self'" + words(hashes, "styles", "'"),
                "img-src 'self' data:",
                "font-src 'self'",
                "manifest-src 'self'",
                "connect-src 'self' " + ports.issuerUrl() + " " + ports.storageOrigin(),
                "base-uri 'none'",
                "form-action 'self' " + ports.issuerUrl(),
                "require-trusted-types-for 'script'",
                "trusted-types" + (policies.isEmpty() ? " 'none'" : policies))),
        embeds);
  }

  /** What a document needs at a path; on every asset it would only cost bytes. */
  void applyToPage(Headers headers, String path) {
    headers.set("Content-Security-Policy", policy + "; frame-ancestors " + embeds.ancestors(path));
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  }

  private static String words(JsonNode hashes, String kind, String quote) {
    return hashes
        .path(kind)
        .valueStream()
        .map(JsonNode::asString)
        .map(word -> " " + quote + word.replace("'", "") + quote)
        .collect(Collectors.joining());
  }

  private static JsonNode read(Path file) {
    try {
      return Files.exists(file)
          ? JsonMapper.shared().readTree(Files.readString(file))
          : JsonMapper.shared().createObjectNode();
    } catch (IOException e) {
      throw new PlainWords("cannot read " + file + ": " + e.getMessage());
    }
  }
}
