package app.madang.models.door;

import app.madang.metering.BudgetExceeded;
import app.madang.metering.Money;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.catalogue.Provider;
import app.madang.models.masking.PersonalData;
import app.madang.models.routing.Attempt;
import app.madang.models.routing.Health;
import app.madang.runtime.telemetry.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What models did, as OpenTelemetry's conventions for generative AI name it and, where they have no
 * name, as {@code madang.*}. Written down once an attempt, never for a token, and never with a word
 * of what was said.
 */
public final class DoorMeters {

  private static final AttributeKey<String> OPERATION =
      AttributeKey.stringKey("gen_ai.operation.name");
  private static final AttributeKey<String> PROVIDER =
      AttributeKey.stringKey("gen_ai.provider.name");
  static final AttributeKey<String> MODEL = AttributeKey.stringKey("gen_ai.request.model");
  private static final AttributeKey<String> SERVER = AttributeKey.stringKey("server.address");
  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("gen_ai.token.type");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  private static final AttributeKey<Long> INPUT = AttributeKey.longKey("gen_ai.usage.input_tokens");
  private static final AttributeKey<Long> CACHED =
      AttributeKey.longKey("gen_ai.usage.cache_read.input_tokens");
  private static final AttributeKey<Long> WRITTEN =
      AttributeKey.longKey("gen_ai.usage.cache_creation.input_tokens");
  private static final AttributeKey<Long> OUTPUT =
      AttributeKey.longKey("gen_ai.usage.output_tokens");
  private static final AttributeKey<String> NEXT = AttributeKey.stringKey("madang.model.next");
  private static final AttributeKey<String> CURRENCY = AttributeKey.stringKey("madang.currency");
  private static final AttributeKey<String> KIND = AttributeKey.stringKey("madang.mask.kind");
  private static final AttributeKey<String> SCOPE = AttributeKey.stringKey("madang.budget.scope");

  private final Telemetry telemetry;
  private final Supplier<Catalogue> catalogue;
  private final Histograms histograms;
  private final LongCounter failovers;
  private final DoubleCounter cost;
  private final LongCounter masked;
  private final LongCounter refused;

  /** Over what the environment set up. */
  public DoorMeters(Telemetry telemetry, Supplier<Catalogue> catalogue, Health health) {
    this.telemetry = telemetry;
    this.catalogue = catalogue;
    Meter meter = telemetry.meter();
    histograms = Histograms.of(meter);
    failovers = meter.counterBuilder("madang.model.failovers").setUnit("{failover}").build();
    cost = meter.counterBuilder("madang.model.cost").ofDoubles().setUnit("{currency}").build();
    masked = meter.counterBuilder("madang.mask.values").setUnit("{value}").build();
    refused = meter.counterBuilder("madang.budget.refusals").setUnit("{request}").build();
    meter
        .gaugeBuilder("madang.model.breaker.state")
        .ofLongs()
        .setDescription("0 closed, 1 half open, 2 open")
        .buildWithCallback(
            gauge ->
                health
                    .states()
                    .forEach((id, state) -> gauge.record(state, Attributes.of(MODEL, id))));
  }

  /** None. */
  static DoorMeters silent() {
    return new DoorMeters(
        Telemetry.silent(), () -> new Catalogue(List.of(), List.of(), Map.of()), new Health());
  }

  /** An attempt has ended. */
  void attempted(
      CatalogModel model,
      Attempt attempt,
      Instant began,
      Money spent,
      String currency,
      Operation operation) {
    if (!telemetry.on()) {
      return;
    }
    Attributes who = who(model, operation);
    String error =
        attempt.failure() == null ? null : attempt.failure().name().toLowerCase(Locale.ROOT);
    Attributes how = error == null ? who : who.toBuilder().put(ERROR, error).build();
    histograms.duration().record(attempt.millis() / 1e3, how);
    if (attempt.firstTokenMillis() >= 0) {
      histograms.firstChunk().record(attempt.firstTokenMillis() / 1e3, who);
    }
    long input = attempt.tokens().input();
    long output = attempt.tokens().output();
    if (input + output > 0) {
      histograms.tokens().record(input, who.toBuilder().put(TYPE, "input").build());
      histograms.tokens().record(output, who.toBuilder().put(TYPE, "output").build());
      cost.add(spent.micros() / 1e6, who.toBuilder().put(CURRENCY, currency).build());
    }
    Attributes span =
        how.toBuilder()
            .put(INPUT, input)
            .put(CACHED, (long) attempt.tokens().cachedInput())
            .put(WRITTEN, (long) attempt.tokens().cacheWritten())
            .put(OUTPUT, output)
            .build();
    Instant ended = began.plus(Duration.ofMillis(attempt.millis()));
    telemetry.called(operation.word() + " " + model.vendorName(), began, ended, span, error);
  }

  /** What was begun with one model goes on with another. */
  void failedOver(Attempt from, CatalogModel to) {
    if (telemetry.on()) {
      failovers.add(1, Attributes.of(MODEL, from.model(), NEXT, to.id()));
    }
  }

  /** The reader has the first piece, whoever it came from. */
  void firstToken(CatalogModel model, Duration since, Operation operation) {
    if (telemetry.on()) {
      histograms.firstToken().record(since.toNanos() / 1e9, who(model, operation));
    }
  }

  /** Values were kept back. */
  void masked(Map<PersonalData, Integer> counts) {
    if (telemetry.on()) {
      counts.forEach(
          (kind, count) ->
              masked.add(count, Attributes.of(KIND, kind.name().toLowerCase(Locale.ROOT))));
    }
  }

  /** A budget said no. */
  void refused(BudgetExceeded refusal) {
    if (telemetry.on()) {
      refused.add(1, Attributes.of(SCOPE, refusal.scope().name().toLowerCase(Locale.ROOT)));
    }
  }

  private Attributes who(CatalogModel model, Operation operation) {
    Provider provider = catalogue.get().providerOf(model);
    AttributesBuilder who =
        Attributes.builder()
            .put(OPERATION, operation.word())
            .put(PROVIDER, name(provider))
            .put(MODEL, model.vendorName());
    String host = URI.create(provider.baseUrl().replaceAll("[{}]", "")).getHost();
    return host == null ? who.build() : who.put(SERVER, host).build();
  }

  /** The conventions' own names for those that they know. */
  private static String name(Provider provider) {
    return switch (provider.kind()) {
      case OPENAI -> "openai";
      case ANTHROPIC -> "anthropic";
      case GEMINI -> "gcp.gemini";
      case VERTEX_AI -> "gcp.vertex_ai";
      default -> provider.id();
    };
  }

  /** What a model is asked to do. */
  enum Operation {
    /** To answer. */
    CHAT,
    /** To make vectors. */
    EMBEDDINGS;

    private final String word = name().toLowerCase(Locale.ROOT);

    String word() {
      return word;
    }
  }
}
