package app.madang.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PushEndpointTest {

  private static UUID id(String message) {
    return PushEndpoint.id(JsonMapper.shared().readTree(message), new CloudEvent("", ""));
  }

  @Test
  void an_event_of_ours_keeps_its_id_whatever_message_brings_it() {
    String own = "019a8f00-0000-7000-8000-000000000001";
    assertThat(id("{\"messageId\":\"1\",\"attributes\":{\"eventId\":\"" + own + "\"}}"))
        .isEqualTo(UUID.fromString(own));
  }

  @Test
  void a_redelivered_notification_is_the_same_event() {
    String message = "{\"messageId\":\"1\",\"publishTime\":\"2026-11-23T01:00:00Z\"}";
    assertThat(id(message)).isEqualTo(id(message));
  }

  @Test
  void a_message_number_that_is_used_again_later_is_another_event() {
    assertThat(id("{\"messageId\":\"1\",\"publishTime\":\"2026-11-23T01:00:00Z\"}"))
        .isNotEqualTo(id("{\"messageId\":\"1\",\"publishTime\":\"2026-11-23T02:00:00Z\"}"));
  }

  @Test
  void a_message_is_the_same_event_plain_and_as_a_cloud_event() {
    String plain = "{\"messageId\":\"1\",\"publishTime\":\"2026-11-23T01:00:00Z\"}";
    CloudEvent envelope = new CloudEvent("1", "2026-11-23T01:00:00Z");
    assertThat(PushEndpoint.id(JsonMapper.shared().readTree(plain), envelope)).isEqualTo(id(plain));
    assertThat(PushEndpoint.id(JsonMapper.shared().readTree("{\"data\":\"e30=\"}"), envelope))
        .isEqualTo(id(plain));
  }

  @Test
  void a_message_that_nothing_tells_from_another_is_refused() {
    assertThatThrownBy(() -> id("{\"publishTime\":\"2026-11-23T01:00:00Z\"}"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
