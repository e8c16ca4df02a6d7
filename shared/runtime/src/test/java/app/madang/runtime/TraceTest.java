package app.madang.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

  @Test
  void a_trace_goes_on_with_a_span_of_its_own() {
    Trace trace = Trace.continued("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    assertThat(trace.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(trace.spanId()).isNotEqualTo("00f067aa0ba902b7").hasSize(16);
    assertThat(trace.traceparent()).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
  }

  @Test
  void it_knows_the_hop_before_and_whether_it_is_kept() {
    Trace kept = Trace.continued("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    assertThat(kept.parentId()).isEqualTo("00f067aa0ba902b7");
    assertThat(kept.traceparent()).endsWith("-01");
    Trace dropped = Trace.continued("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");
    assertThat(dropped.traceparent()).endsWith("-00");
    assertThat(Trace.continued(null).parentId()).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "x",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nX: y"
      })
  void an_odd_header_begins_a_new_trace(String header) {
    assertThat(Trace.continued(header).traceId())
        .matches("[0-9a-f]{32}")
        .isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @Test
  void the_trace_of_a_scope_is_current_in_it() {
    Trace trace = Trace.continued(null);
    trace.run(() -> assertThat(Trace.current()).isEqualTo(trace));
  }
}
