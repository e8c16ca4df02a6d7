package app.madang.functions.documents.source;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One spelling for each address, so that a page is read once. */
final class WebAddress {

  private static final int LONGEST = 1500;

  private WebAddress() {}

  /** The address in its one spelling; empty when it is none of the web's. */
  static Optional<URI> canonical(String text) {
    try {
      URI uri = URI.create(text.strip().replace(" ", "%20")).normalize();
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      String host = host(uri);
      if (!scheme.matches("https?") || host == null || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      int usual = scheme.equals("https") ? 443 : 80;
      String port = uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
      String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      // what leads above the root leads to the root
      path = path.replaceFirst("^(/\\.\\.)+(?=/|$)", "");
      String ascii =
          URI.create(scheme + "://" + host + port + (path.isEmpty() ? "/" : path) + query)
              .toASCIIString();
      return ascii.length() > LONGEST ? Optional.empty() : Optional.of(URI.create(ascii));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String host(URI uri) {
    String host = uri.getHost();
    if (host == null && uri.getRawAuthority() != null) {
      // names in Hangul are no hosts for URI
      host = IDN.toASCII(uri.getRawAuthority().replaceFirst(":\\d+$", ""));
    }
    return host == null || host.isEmpty()
        ? null
        : host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }
}
