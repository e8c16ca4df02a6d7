package app.madang.models.internal.vendor;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Kept connections to vendors. Redirects are not followed: a key goes nowhere else. A name is
 * looked up once for a connection, and certificates must fit the name.
 */
final class Connections implements AutoCloseable {

  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final int MOST = 1024;

  /** Pieces are small and connections many: the library's 32 kB stand three times in each. */
  private static final int BUFFER = 4096;

  private final CloseableHttpClient client;

  /** Wherever the names lead. */
  Connections() {
    this(SystemDefaultDnsResolver.INSTANCE);
  }

  /** Only to the addresses that are given for a name. */
  Connections(DnsResolver names) {
    PoolingHttpClientConnectionManager pool =
        new ByChannels()
            .useSystemProperties()
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(Http1Config.custom().setBufferSize(BUFFER).build())
                    .build())
            .setDnsResolver(names)
            .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
            .setMaxConnTotal(MOST)
            .setMaxConnPerRoute(MOST)
            .setDefaultSocketConfig(
                SocketConfig.custom().setTcpNoDelay(true).setSoTimeout(Timeout.DISABLED).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(CONNECT)
                    // the watch ends what is silent; a limit here costs a poll for every read
                    .setSocketTimeout(Timeout.DISABLED)
                    .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                    .setTimeToLive(TimeValue.ofMinutes(10))
                    .build())
            .build();
    client =
        HttpClients.custom()
            .setConnectionManager(pool)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(CONNECT)
                    .setRedirectsEnabled(false)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  ClassicHttpResponse open(HttpPost request) throws IOException {
    try {
      return client.executeOpen(RoutingSupport.determineHost(request), request, null);
    } catch (HttpException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  /**
   * Sockets of channels: the usual ones, once they read with a limit (as when a kept connection is
   * looked at), ask for readiness before each read ever after, which is two more system calls a
   * token.
   */
  private static final class ByChannels extends PoolingHttpClientConnectionManagerBuilder {

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
        SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
      return new DefaultHttpClientConnectionOperator(
          ByChannels::socket,
          ports,
          names,
          RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build());
    }

    private static Socket socket(@Nullable Proxy proxy) throws IOException {
      return proxy == null ? SocketChannel.open().socket() : new Socket(proxy);
    }
  }
}
