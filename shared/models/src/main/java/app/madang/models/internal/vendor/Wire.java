package app.madang.models.internal.vendor;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/**
 * Carries langchain4j's calls on the calling thread: a piece goes from the vendor's socket to the
 * reader without another thread between. The key is put on here and stands nowhere else.
 */
final class Wire implements HttpClient {

  /** More than this is no error message. */
  private static final int ERROR_BYTES = 64 * 1024;

  private static final int ANSWER_BYTES = 32 * 1024 * 1024;

  private static final List<String> REPLACED =
      List.of("authorization", "x-api-key", "x-goog-api-key", "user-agent");

  private final Connections connections;
  private final KeyHeader key;

  Wire(Connections connections, KeyHeader key) {
    this.connections = connections;
    this.key = key;
  }

  /** What langchain4j's builders want; the limits of time are the call's. */
  HttpClientBuilder asBuilder() {
    return new Prebuilt(this);
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    HttpPost post = post(request);
    Call call = Call.current();
    call.sends(post);
    try (ClassicHttpResponse response = connections.open(post)) {
      int status = response.getCode();
      HttpEntity entity = response.getEntity();
      if (status != 200) {
        throw failure(response, entity);
      }
      String body =
          entity == null ? "" : EntityUtils.toString(entity, StandardCharsets.UTF_8, ANSWER_BYTES);
      VendorError.refuseBlocked(body);
      call.sign();
      return SuccessfulHttpResponse.builder().statusCode(status).body(body).build();
    } catch (IOException | org.apache.hc.core5.http.ParseException e) {
      throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
    }
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    HttpPost post = post(request);
    Call call = Call.current();
    call.sends(post);
    try {
      // not closed politely: that would read a broken-off stream to its end
      ClassicHttpResponse response = connections.open(post);
      boolean whole = false;
      try {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != 200) {
          listener.onError(failure(response, entity));
          return;
        }
        listener.onOpen(SuccessfulHttpResponse.builder().statusCode(200).build());
        if (entity != null) {
          try (InputStream body = entity.getContent()) {
            EventLines.read(body, listener, call.shortcut());
          }
        }
        whole = true;
      } finally {
        if (!whole) {
          post.cancel();
        }
        response.close();
      }
      listener.onClose();
    } catch (IOException e) {
      listener.onError(e);
    }
  }

  private HttpPost post(HttpRequest request) {
    HttpPost post = new HttpPost(request.url());
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      if (!REPLACED.contains(header.getKey().toLowerCase(java.util.Locale.ROOT))) {
        header.getValue().forEach(value -> post.addHeader(header.getKey(), value));
      }
    }
    key.put(post);
    post.setHeader("User-Agent", "madang");
    post.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
    return post;
  }

  private static WireFailure failure(ClassicHttpResponse response, @Nullable HttpEntity entity)
      throws IOException {
    String body = "";
    if (entity != null) {
      try (InputStream in = entity.getContent()) {
        body = new String(in.readNBytes(ERROR_BYTES), StandardCharsets.UTF_8);
      }
    }
    return new WireFailure(response.getCode(), body, RetryAfter.of(response));
  }

  /** Where a key goes. */
  interface KeyHeader {

    /** Sets it; nothing when there is none. */
    void put(HttpPost request);
  }

  private record Prebuilt(Wire wire) implements HttpClientBuilder {

    @Override
    public @Nullable Duration connectTimeout() {
      return null;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      return this;
    }

    @Override
    public @Nullable Duration readTimeout() {
      return null;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      return this;
    }

    @Override
    public HttpClient build() {
      return wire;
    }
  }
}
