package app.madang.functions.ingestion.chunk;

import app.madang.functions.ingestion.parse.Place;
import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import java.util.List;
import java.util.function.Consumer;

/** The passage that is being filled; it stands where its first words stand. */
final class PassageDraft {

  private final Consumer<NewPassage> passages;
  private final StringBuilder text = new StringBuilder();
  private int tokens;
  private Location location = Location.NONE;

  PassageDraft(Consumer<NewPassage> passages) {
    this.passages = passages;
  }

  int tokens() {
    return tokens;
  }

  void add(String more, String joint, Place place, List<String> headings) {
    if (text.isEmpty()) {
      location =
          new Location(
              place.page(), place.slide(), place.sheet(), headings.isEmpty() ? null : headings);
    } else {
      text.append(joint);
    }
    text.append(more);
    tokens += Tokens.in(more);
  }

  /** Hands the passage on, if it says anything. */
  void end() {
    String whole = text.toString().strip();
    text.setLength(0);
    tokens = 0;
    if (whole.codePoints().anyMatch(Character::isLetterOrDigit)) {
      passages.accept(new NewPassage(whole, location));
    }
  }
}
