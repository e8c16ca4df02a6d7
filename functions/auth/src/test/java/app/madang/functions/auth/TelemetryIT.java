package app.madang.functions.auth;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import app.madang.testing.OtlpReceiver;
import app.madang.testing.TestStack;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TelemetryIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  private static OtlpReceiver receiver;
  private static TestStack stack;
  private static FunctionServer auth;

  @BeforeAll
  static void start() {
    receiver = new OtlpReceiver();
    stack = TestStack.get();
    stack.environment(
        "auth",
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            receiver.endpoint(),
            "OTEL_METRIC_EXPORT_INTERVAL",
            "0",
            "K_REVISION",
            "auth-00042"));
    auth = FunctionServer.start(AuthFunction::new);
  }

  @AfterAll
  static void stop() {
    auth.close();
    receiver.close();
    List.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_METRIC_EXPORT_INTERVAL", "K_REVISION")
        .forEach(System::clearProperty);
  }

  private static HttpResponse<String> get(String path, String traceparent) {
    return auth.send(
        auth.request(path)
            .header("Authorization", "Bearer " + stack.tokens().userToken("employee"))
            .header("traceparent", traceparent));
  }

  @Test
  void aRequestIsMeasuredAndTracedBeforeItsLastByte() {
    HttpResponse<String> me = get("/v1/me", "00-" + TRACE + "-" + PARENT + "-01");
    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(me.headers().firstValue("X-Request-Id")).hasValue(TRACE);
    get("/v1/groups/0198c0de-0000-7000-8000-00000000dead?secret=%EB%B9%84%EB%B0%80", "odd");
    get("/wp-login.php", "00-" + TRACE + "-" + PARENT + "-00");

    List<HistogramDataPoint> durations =
        receiver.await("http.server.request.duration").getHistogram().getDataPointsList();
    HistogramDataPoint point =
        durations.stream()
            .filter(it -> "/v1/me".equals(words(it.getAttributesList()).get("http.route")))
            .findFirst()
            .orElseThrow();
    assertThat(words(point.getAttributesList()))
        .containsOnlyKeys("http.request.method", "http.route", "http.response.status_code");
    assertThat(point.getCount()).isEqualTo(1);
    assertThat(point.getSum()).isBetween(0.0005, 20.0);
    assertThat(receiver.await("madang.db.request.statements").getHistogram().getDataPointsList())
        .anySatisfy(it -> assertThat(it.getSum()).isPositive());

    Span span =
        receiver.spans().stream()
            .filter(it -> it.getName().equals("GET /v1/me"))
            .findFirst()
            .orElseThrow();
    assertThat(hex(span.getTraceId())).isEqualTo(TRACE);
    assertThat(hex(span.getParentSpanId())).isEqualTo(PARENT);
    assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
    // who began a trace and does not want it kept is obeyed
    assertThat(receiver.spans()).filteredOn(it -> hex(it.getTraceId()).equals(TRACE)).hasSize(1);

    assertThat(words(receiver.resources().getFirst().getAttributesList()))
        .containsEntry("service.name", "auth")
        .containsEntry("service.version", "auth-00042")
        .containsKey("service.instance.id");
    assertThat(receiver.all())
        .doesNotContain("employee", "김하늘", "dead", "secret", "wp-login", "Bearer");
  }

  private static String hex(com.google.protobuf.ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  private static Map<String, String> words(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(
            Collectors.toMap(
                KeyValue::getKey,
                it ->
                    it.getValue().hasIntValue()
                        ? Long.toString(it.getValue().getIntValue())
                        : it.getValue().getStringValue()));
  }
}
