package app.madang.testing.servers;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.rpc.AlreadyExistsException;
import com.google.cloud.pubsub.v1.stub.GrpcPublisherStub;
import com.google.cloud.pubsub.v1.stub.GrpcSubscriberStub;
import com.google.cloud.pubsub.v1.stub.PublisherStub;
import com.google.cloud.pubsub.v1.stub.PublisherStubSettings;
import com.google.cloud.pubsub.v1.stub.SubscriberStub;
import com.google.cloud.pubsub.v1.stub.SubscriberStubSettings;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.ModifyAckDeadlineRequest;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.SubscriptionName;
import com.google.pubsub.v1.Topic;
import com.google.pubsub.v1.TopicName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Talks to the Pub/Sub emulator. */
public final class PubSubClient implements AutoCloseable {

  private final String project;
  private final PublisherStub publisher;
  private final SubscriberStub subscriber;

  /** A client of an emulator at {@code host:port}. */
  public PubSubClient(String project, String host) {
    this.project = project;
    try {
      publisher =
          GrpcPublisherStub.create(
              PublisherStubSettings.newBuilder()
                  .setCredentialsProvider(NoCredentialsProvider.create())
                  .setTransportChannelProvider(channel(host))
                  .build());
      subscriber =
          GrpcSubscriberStub.create(
              SubscriberStubSettings.newBuilder()
                  .setCredentialsProvider(NoCredentialsProvider.create())
                  .setTransportChannelProvider(channel(host))
                  .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InstantiatingGrpcChannelProvider channel(String host) {
    return InstantiatingGrpcChannelProvider.newBuilder()
        .setEndpoint(host)
        .setChannelConfigurator(builder -> builder.usePlaintext())
        .build();
  }

  /** Makes a topic unless it is there. */
  public void createTopic(String topic) {
    try {
      publisher.createTopicCallable().call(Topic.newBuilder().setName(topicName(topic)).build());
    } catch (AlreadyExistsException e) {
      // made before
    }
  }

  /** Makes a pull subscription unless it is there. */
  public void createSubscription(String topic, String name, int ackDeadlineSeconds) {
    try {
      subscriber
          .createSubscriptionCallable()
          .call(
              Subscription.newBuilder()
                  .setName(subscriptionName(name))
                  .setTopic(topicName(topic))
                  .setAckDeadlineSeconds(ackDeadlineSeconds)
                  .build());
    } catch (AlreadyExistsException e) {
      // made before
    }
  }

  /** Publishes a message. */
  public void publish(String topic, String data, Map<String, String> attributes) {
    publisher
        .publishCallable()
        .call(
            PublishRequest.newBuilder()
                .setTopic(topicName(topic))
                .addMessages(
                    PubsubMessage.newBuilder()
                        .setData(ByteString.copyFromUtf8(data))
                        .putAllAttributes(attributes))
                .build());
  }

  /** Waits for messages, for as long as the server holds the call; may give none. */
  public List<ReceivedMessage> pull(String subscription, int max) {
    return subscriber
        .pullCallable()
        .call(
            PullRequest.newBuilder()
                .setSubscription(subscriptionName(subscription))
                .setMaxMessages(max)
                .build())
        .getReceivedMessagesList();
  }

  /** Confirms a message. */
  public void acknowledge(String subscription, String ackId) {
    subscriber
        .acknowledgeCallable()
        .call(
            AcknowledgeRequest.newBuilder()
                .setSubscription(subscriptionName(subscription))
                .addAckIds(ackId)
                .build());
  }

  /** Says when a message is to come again; 0 is at once. */
  public void deadline(String subscription, String ackId, int seconds) {
    subscriber
        .modifyAckDeadlineCallable()
        .call(
            ModifyAckDeadlineRequest.newBuilder()
                .setSubscription(subscriptionName(subscription))
                .addAckIds(ackId)
                .setAckDeadlineSeconds(seconds)
                .build());
  }

  private String topicName(String topic) {
    return TopicName.of(project, topic).toString();
  }

  private String subscriptionName(String name) {
    return SubscriptionName.of(project, name).toString();
  }

  @Override
  public void close() {
    publisher.close();
    subscriber.close();
  }
}
