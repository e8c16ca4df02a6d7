package app.madang.runtime.event;

import app.madang.runtime.Settings;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.cloud.pubsub.v1.stub.GrpcPublisherStub;
import com.google.cloud.pubsub.v1.stub.PublisherStub;
import com.google.cloud.pubsub.v1.stub.PublisherStubSettings;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.TopicName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pub/Sub topics, published to synchronously: on request-billed Cloud Run nothing runs after the
 * answer. The client is made at the first event, so that reads never pay for it.
 */
public final class Topics implements AutoCloseable {

  private @Nullable PublisherStub stub;

  /** Publishes one message and waits until Pub/Sub has it. */
  public void publish(String topic, String json, Map<String, String> attributes) {
    String project = Settings.required("GOOGLE_CLOUD_PROJECT");
    stub()
        .publishCallable()
        .call(
            PublishRequest.newBuilder()
                .setTopic(TopicName.of(project, topic).toString())
                .addMessages(
                    PubsubMessage.newBuilder()
                        .setData(ByteString.copyFromUtf8(json))
                        .putAllAttributes(attributes))
                .build());
  }

  private synchronized PublisherStub stub() {
    if (stub == null) {
      try {
        PublisherStubSettings.Builder settings = PublisherStubSettings.newBuilder();
        Settings.optional("PUBSUB_EMULATOR_HOST")
            .ifPresent(
                host ->
                    settings
                        .setCredentialsProvider(NoCredentialsProvider.create())
                        .setTransportChannelProvider(
                            InstantiatingGrpcChannelProvider.newBuilder()
                                .setEndpoint(host)
                                .setChannelConfigurator(channel -> channel.usePlaintext())
                                .build()));
        stub = GrpcPublisherStub.create(settings.build());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return stub;
  }

  @Override
  public synchronized void close() {
    if (stub != null) {
      stub.close();
    }
  }
}
