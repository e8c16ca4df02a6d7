package app.madang.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class OpenApiFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"openapi", "internal"})
  void no_key_is_without_a_value_as_an_unquoted_comma_would_make_it(String name) throws Exception {
    List<String> empty = new ArrayList<>();
    try (var in = getClass().getResourceAsStream("/madang/" + name + ".yaml")) {
      Map<String, Object> document = new Yaml().load(in);
      assertThat(document).containsKeys("paths", "components");
      collect(document, "", empty);
    }
    assertThat(empty).isEmpty();
  }

  private static void collect(Object node, String path, List<String> empty) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (value == null) {
              empty.add(path + "/" + key);
            }
            collect(value, path + "/" + key, empty);
          });
    } else if (node instanceof List<?> list) {
      list.forEach(item -> collect(item, path + "/-", empty));
    }
  }
}
