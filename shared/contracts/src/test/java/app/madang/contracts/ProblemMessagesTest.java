package app.madang.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemMessagesTest {

  @ParameterizedTest
  @ValueSource(strings = {"ko", "en"})
  void every_code_has_a_title_and_a_detail_and_nothing_else_is_there(String language)
      throws Exception {
    Properties messages = new Properties();
    try (var in =
        ProblemCode.class.getResourceAsStream("/madang/problems_" + language + ".properties")) {
      messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    Set<String> expected = new HashSet<>();
    for (ProblemCode code : ProblemCode.values()) {
      expected.add(code.code() + ".title");
      expected.add(code.code() + ".detail");
    }
    assertThat(messages.stringPropertyNames()).isNotEmpty().isEqualTo(expected);
    assertThat(messages.values()).noneMatch(text -> text.toString().isBlank());
  }
}
