package app.madang.models.door;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.contracts.Clearance;
import app.madang.metering.BudgetExceeded;
import app.madang.metering.BudgetPeriod;
import app.madang.metering.BudgetScope;
import app.madang.metering.Budgets;
import app.madang.metering.Money;
import app.madang.metering.Reservation;
import app.madang.metering.Spender;
import app.madang.metering.Tariff;
import app.madang.metering.TokenPrice;
import app.madang.metering.UsageEvent;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelRequest;
import app.madang.models.Patience;
import app.madang.models.masking.Masker;
import app.madang.models.routing.Fleet;
import app.madang.models.routing.Health;
import app.madang.models.routing.Router;
import app.madang.models.routing.Selection;
import app.madang.runtime.Trace;
import app.madang.runtime.telemetry.Telemetry;
import app.madang.testing.OtlpReceiver;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.WireDialect;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorMetersTest {

  private static final String SECRET = "박하늘 010-2345-6789 로 전화해 주세요";

  /** What is measured is not how busy this machine is. */
  private static final Patience PATIENT =
      new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60));

  private final Fleet fleet = new Fleet();
  private final OtlpReceiver receiver = new OtlpReceiver();
  private Telemetry telemetry;

  @BeforeEach
  void listen() {
    System.setProperty("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
    telemetry = Telemetry.ofEnvironment();
    System.clearProperty("OTEL_EXPORTER_OTLP_ENDPOINT");
  }

  @AfterEach
  void stop() throws Exception {
    fleet.close();
    receiver.close();
  }

  private ModelDoor door(Budgets budgets) {
    Health health = new Health(Duration.ofSeconds(5), 8);
    return new ModelDoor(
        new Router(() -> fleet.catalogue, fleet, health, PATIENT),
        policy -> Masker.of(policy, List.of()),
        budgets,
        new WonATenth(),
        new DoorMeters(telemetry, () -> fleet.catalogue, health));
  }

  private static DoorRequest request() {
    return new DoorRequest(
        UUID.randomUUID(),
        Selection.parse("gpt"),
        ModelRequest.of(List.of(FromPerson.of(SECRET))),
        Clearance.INTERNAL,
        new Spender(UUID.randomUUID(), Set.of(), null),
        null,
        null,
        PlaceholderBook.ofOneCall());
  }

  @Test
  void anAttemptIsMeasuredAndTracedWithoutAWordOfIt() {
    fleet.vendor(WireDialect.OPENAI).behaves(Script.fails(503));
    fleet.vendor(WireDialect.ANTHROPIC).behaves(Script.says("네, ", "전화하겠습니다."));
    Trace trace = Trace.continued("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    trace.run(() -> door((spender, worst) -> new Open(worst)).stream(request(), text -> {}, true));
    telemetry.close();

    List<HistogramDataPoint> durations = histogram("gen_ai.client.operation.duration");
    assertThat(durations)
        .anySatisfy(
            it ->
                assertThat(words(it.getAttributesList()))
                    .containsEntry("gen_ai.provider.name", "openai")
                    .containsEntry("gen_ai.request.model", "gpt-v1")
                    .containsEntry("error.type", "unavailable"))
        .anySatisfy(
            it ->
                assertThat(words(it.getAttributesList()))
                    .containsEntry("gen_ai.provider.name", "anthropic")
                    .containsEntry("gen_ai.operation.name", "chat")
                    .doesNotContainKey("error.type"));
    assertThat(histogram("gen_ai.client.token.usage"))
        .extracting(it -> words(it.getAttributesList()).get("gen_ai.token.type"))
        .containsExactlyInAnyOrder("input", "output");
    assertThat(histogram("gen_ai.client.operation.time_to_first_chunk")).hasSize(1);
    assertThat(histogram("gen_ai.server.time_to_first_token")).hasSize(1);
    assertThat(words(sums("madang.model.failovers").getFirst().getAttributesList()))
        .containsEntry("gen_ai.request.model", "gpt")
        .containsEntry("madang.model.next", "claude");
    assertThat(words(sums("madang.mask.values").getFirst().getAttributesList()))
        .containsEntry("madang.mask.kind", "phone");
    assertThat(sums("madang.model.cost").getFirst().getAsDouble()).isPositive();
    assertThat(receiver.await("madang.model.breaker.state").getGauge())
        .satisfies(it -> assertThat(it.getDataPointsCount()).isEqualTo(2));

    for (int i = 0; i < 100 && receiver.spans().size() < 2; i++) {
      LockSupport.parkNanos(100_000_000);
    }
    assertThat(receiver.spans())
        .extracting(Span::getName)
        .containsExactly("chat gpt-v1", "chat claude-v1");
    assertThat(receiver.spans())
        .allSatisfy(
            span -> {
              assertThat(hex(span.getTraceId().toByteArray())).isEqualTo(trace.traceId());
              assertThat(hex(span.getParentSpanId().toByteArray())).isEqualTo(trace.spanId());
              assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
            });
    assertThat(receiver.all()).doesNotContain("박하늘", "2345", "전화", "PHONE_1", "Bearer", "\"sk\"");
  }

  @Test
  void aRefusalOfABudgetIsCounted() {
    BudgetExceeded no =
        new BudgetExceeded(
            BudgetScope.PERSON,
            BudgetPeriod.MONTH,
            Money.of(1),
            Money.of(1),
            Money.ZERO,
            Instant.EPOCH);
    ModelDoor door =
        door(
            (spender, worst) -> {
              throw no;
            });
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> door.call(request())))
        .isSameAs(no);
    telemetry.close();
    NumberDataPoint refusals = sums("madang.budget.refusals").getFirst();
    assertThat(refusals.getAsInt()).isEqualTo(1);
    assertThat(words(refusals.getAttributesList())).containsEntry("madang.budget.scope", "person");
    assertThat(receiver.metric("gen_ai.client.operation.duration")).isEmpty();
  }

  private List<HistogramDataPoint> histogram(String name) {
    return receiver.await(name).getHistogram().getDataPointsList();
  }

  private List<NumberDataPoint> sums(String name) {
    return receiver.await(name).getSum().getDataPointsList();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static Map<String, String> words(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(Collectors.toMap(KeyValue::getKey, it -> it.getValue().getStringValue()));
  }

  record Open(Money worstCase) implements Reservation {

    @Override
    public void settle(UsageEvent... events) {}

    @Override
    public void refund() {}
  }

  record WonATenth() implements Tariff {

    @Override
    public Money cost(TokenPrice price, long input, long cached, long written, long output) {
      return new Money((input + output) * 100_000);
    }

    @Override
    public String currency() {
      return "KRW";
    }
  }
}
