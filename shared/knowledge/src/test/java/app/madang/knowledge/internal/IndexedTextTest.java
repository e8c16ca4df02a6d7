package app.madang.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexedTextTest {

  @Test
  void theNameWithoutItsEndingAndTheHeadingsStandBeforeTheWords() {
    Location under = new Location(3, null, null, List.of("출장", "숙박"));
    assertThat(IndexedText.of("2026_여비규정.hwp", new NewPassage("8만 원까지.", under)))
        .isEqualTo("2026 여비규정\n출장\n숙박\n8만 원까지.");
  }

  @Test
  void aHeadingThatIsInTheWordsIsNotSaidTwice() {
    Location under = new Location(null, null, null, List.of("출장", "숙박"));
    assertThat(IndexedText.of("규정", new NewPassage("숙박\n8만 원까지.", under)))
        .isEqualTo("규정\n출장\n숙박\n8만 원까지.");
  }
}
