package app.madang.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void a_cursor_brings_its_parts_back() {
    assertThat(Cursor.decode(Cursor.encode("김하늘", 7), 2)).containsExactly("김하늘", "7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "a", "\u0000", "YQ", "YQAfYg"})
  void what_is_no_cursor_is_the_callers_mistake(String text) {
    assertThatThrownBy(() -> Cursor.decode(text, 2)).isInstanceOf(ProblemException.class);
  }

  @Test
  void a_page_has_a_cursor_only_when_more_follows() {
    assertThat(Page.of(List.of(1, 2, 3), 2, String::valueOf))
        .isEqualTo(new Page<>(List.of(1, 2), "2"));
    assertThat(Page.of(List.of(1, 2), 2, String::valueOf).nextCursor()).isNull();
  }
}
