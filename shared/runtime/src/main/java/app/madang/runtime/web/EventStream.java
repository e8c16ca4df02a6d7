package app.madang.runtime.web;

import app.madang.runtime.ServerEvent;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes server-sent events (html.spec.whatwg.org, section 9.2) and flushes each: without the flush
 * nothing reaches the reader until the end. A comment each second finds out that the reader left.
 */
final class EventStream implements Subscriber<ServerEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final long HEARTBEAT_MILLIS = 1_000;
  private static final int WINDOW = 256;

  private sealed interface Signal {}

  private record Next(ServerEvent event) implements Signal {}

  private record End(@Nullable Throwable error) implements Signal {}

  // bounded by WINDOW: no more is requested than was written
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final JsonMapper json;
  private volatile @Nullable Subscription subscription;

  private EventStream(JsonMapper json) {
    this.json = json;
  }

  /** Streams until the publisher ends or the reader leaves; then the subscription is cancelled. */
  static void write(Publisher<ServerEvent> events, HttpResponse response, JsonMapper json)
      throws IOException, InterruptedException {
    response.setContentType("text/event-stream; charset=utf-8");
    response.appendHeader("Cache-Control", "no-store");
    response.appendHeader("X-Accel-Buffering", "no");
    EventStream stream = new EventStream(json);
    OutputStream out = response.getOutputStream();
    out.flush();
    events.subscribe(stream);
    try {
      stream.pump(out);
    } finally {
      Subscription open = stream.subscription;
      if (open != null) {
        open.cancel();
      }
    }
  }

  private void pump(OutputStream out) throws IOException, InterruptedException {
    while (true) {
      Signal signal = signals.poll(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
      switch (signal) {
        case null -> send(out, ":\n\n");
        case Next(ServerEvent event) -> {
          send(
              out,
              "id: "
                  + event.id()
                  + "\nevent: "
                  + event.event()
                  + "\ndata: "
                  + json.writeValueAsString(event.data())
                  + "\n\n");
          Subscription open = subscription;
          if (open != null) {
            open.request(1);
          }
        }
        case End(Throwable error) -> {
          if (error != null) {
            LOG.error("A stream ended with an error", error);
            send(
                out,
                "event: failed\ndata: "
                    + json.writeValueAsString(new Failed("failed", Problems.of(error)))
                    + "\n\n");
          }
          return;
        }
      }
    }
  }

  private record Failed(String kind, Problems.Problem problem) {}

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void onSubscribe(Subscription started) {
    subscription = started;
    started.request(WINDOW);
  }

  @Override
  public void onNext(ServerEvent event) {
    signals.add(new Next(event));
  }

  @Override
  public void onError(Throwable error) {
    signals.add(new End(error));
  }

  @Override
  public void onComplete() {
    signals.add(new End(null));
  }
}
