package app.madang.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventSchemasTest {

  @ParameterizedTest
  @EnumSource
  void a_record_has_exactly_the_fields_of_its_schema(EventType type) throws Exception {
    JsonNode schema;
    try (var in = getClass().getResourceAsStream("/madang/events/" + type.topic() + ".json")) {
      assertThat(in).as("schema of %s", type.topic()).isNotNull();
      schema = JsonMapper.shared().readTree(in);
    }
    Set<String> components =
        Arrays.stream(type.payload().getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    assertThat(components).isEqualTo(Set.copyOf(schema.get("properties").propertyNames()));
  }

  @Test
  void there_is_no_schema_without_an_event_type() throws Exception {
    var folder = new File(getClass().getResource("/madang/events").toURI());
    Set<String> topics =
        Arrays.stream(EventType.values())
            .map(type -> type.topic() + ".json")
            .collect(Collectors.toSet());
    assertThat(folder.list()).containsExactlyInAnyOrderElementsOf(topics);
  }
}
