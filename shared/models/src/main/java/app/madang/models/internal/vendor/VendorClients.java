package app.madang.models.internal.vendor;

import app.madang.models.EmbeddingClient;
import app.madang.models.ModelClient;
import app.madang.models.ModelFailure;
import app.madang.models.ModelFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Makes the clients of vendors' models; they share connections, but those to addresses that an
 * administrator chose share none with the others.
 */
public final class VendorClients implements AutoCloseable {

  private final Connections connections = new Connections();
  private final Map<String, Connections> chosen;

  /** Where nobody chose an address. */
  public VendorClients() {
    this(
        (scheme, host) -> {
          throw new UnknownHostException(host);
        });
  }

  /** With a rule for addresses that were chosen. */
  public VendorClients(ChosenHosts hosts) {
    chosen =
        Map.of(
            "http", new Connections(named("http", hosts)),
            "https", new Connections(named("https", hosts)));
  }

  private static DnsResolver named(String scheme, ChosenHosts hosts) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return hosts.addresses(scheme, host);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  /**
   * A client of one model.
   *
   * @param endpoint where and which
   * @param key asked anew for every call; empty when the endpoint takes none
   */
  public ModelClient client(Endpoint endpoint, Supplier<Optional<String>> key) {
    Dialect dialect = dialect(endpoint);
    return new VendorClient(wire(endpoint, dialect, key), dialect);
  }

  /**
   * A client of one embedding model.
   *
   * @param endpoint where and which
   * @param key asked anew for every call; empty when the endpoint takes none
   */
  public EmbeddingClient embedder(Endpoint endpoint, Supplier<Optional<String>> key) {
    return new VendorEmbedder(wire(endpoint, dialect(endpoint), key), endpoint);
  }

  private static Dialect dialect(Endpoint endpoint) {
    return switch (endpoint.kind()) {
      case OPENAI -> new OpenAiDialect(endpoint, false);
      case OPENAI_COMPATIBLE -> new OpenAiDialect(endpoint, true);
      case ANTHROPIC -> new AnthropicDialect(endpoint);
      case GEMINI -> new GeminiDialect(endpoint, false);
      case VERTEX_AI -> new GeminiDialect(endpoint, true);
      case LOCAL -> throw new IllegalArgumentException("nothing of it goes over this wire");
    };
  }

  private Wire wire(Endpoint endpoint, Dialect dialect, Supplier<Optional<String>> key) {
    return new Wire(
        endpoint.chosen() ? chosen(endpoint) : connections,
        request -> {
          Optional<String> secret = key.get();
          if (secret.isPresent()) {
            dialect.authorize(request, secret.get());
          } else if (endpoint.kind().needsKey()) {
            throw new ModelFailure(Kind.KEY_REFUSED, null);
          }
        });
  }

  private Connections chosen(Endpoint endpoint) {
    String scheme = URI.create(endpoint.baseUrl()).getScheme().toLowerCase(Locale.ROOT);
    return Objects.requireNonNull(chosen.get(scheme), scheme);
  }

  @Override
  public void close() throws IOException {
    connections.close();
    for (Connections some : chosen.values()) {
      some.close();
    }
  }
}
