package app.madang.functions.local;

import app.madang.testing.TokenIssuer;
import app.madang.testing.servers.PubSubClient;
import app.madang.testing.servers.Subscriptions.Subscription;
import com.google.api.gax.rpc.ApiException;
import com.google.protobuf.util.Timestamps;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.ReceivedMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pushes as Pub/Sub does in the cloud, with an ID token for exactly the subscription's address: the
 * emulator's own push carries none.
 */
final class PushShim implements AutoCloseable {

  private static final int AT_ONCE = 4;
  private static final int ACK_DEADLINE_SECONDS = 600;

  /**
   * The retry policy of our subscriptions: a killed worker's documents are done within a minute.
   */
  private static final int MAX_BACKOFF_SECONDS = 10;

  private final PubSubClient pubSub;
  private final TokenIssuer issuer;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  private volatile boolean open = true;

  PushShim(PubSubClient pubSub, TokenIssuer issuer) {
    this.pubSub = pubSub;
    this.issuer = issuer;
  }

  /** Pushes a subscription's messages to a function, until closed. */
  void serve(Subscription subscription, String functionUrl) {
    pubSub.createSubscription(subscription.topic(), subscription.name(), ACK_DEADLINE_SECONDS);
    String address = functionUrl + "/events/" + subscription.name();
    Thread.ofVirtual().name("push " + subscription.name()).start(() -> pull(subscription, address));
  }

  private void pull(Subscription subscription, String address) {
    Semaphore slots = new Semaphore(AT_ONCE);
    while (open) {
      try {
        slots.acquire();
        slots.release();
        for (ReceivedMessage message :
            pubSub.pull(subscription.name(), Math.max(1, slots.availablePermits()))) {
          slots.acquire();
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      deliver(subscription.name(), address, message);
                    } finally {
                      slots.release();
                    }
                  });
        }
      } catch (RuntimeException e) {
        // an empty pull ends by its deadline; anything else is worth another try after a while
        pause();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void deliver(String name, String address, ReceivedMessage received) {
    String id = received.getMessage().getMessageId();
    boolean taken = post(name, address, received.getMessage());
    try {
      if (taken) {
        attempts.remove(id);
        pubSub.acknowledge(name, received.getAckId());
      } else {
        int attempt = attempts.merge(id, 1, Integer::sum);
        int wait = (int) Math.min(MAX_BACKOFF_SECONDS, 1L << Math.min(attempt - 1, 6));
        pubSub.deadline(name, received.getAckId(), wait);
      }
    } catch (ApiException e) {
      if (open) {
        System.err.println("push " + name + ": " + e.getMessage());
      }
    }
  }

  private boolean post(String name, String address, PubsubMessage message) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofSeconds(ACK_DEADLINE_SECONDS - 30))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + issuer.pushToken(address))
            .POST(HttpRequest.BodyPublishers.ofString(envelope(name, message)))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status >= 200 && status < 300;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String envelope(String subscription, PubsubMessage message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("data", Base64.getEncoder().encodeToString(message.getData().toByteArray()));
    body.put("messageId", message.getMessageId());
    body.put("publishTime", Timestamps.toString(message.getPublishTime()));
    body.put("attributes", message.getAttributesMap());
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "message",
                body,
                "subscription",
                "projects/" + FunctionEnvironment.PROJECT + "/subscriptions/" + subscription));
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open = false;
    http.shutdownNow();
  }
}
