package app.madang.functions.ingestion.chunk;

import app.madang.functions.ingestion.parse.Place;
import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The passage that is being filled; it knows where each of its parts stands. */
final class PassageDraft {

  private final Consumer<NewPassage> passages;
  private final StringBuilder text = new StringBuilder();
  private final List<Part> parts = new ArrayList<>();
  private int tokens;

  PassageDraft(Consumer<NewPassage> passages) {
    this.passages = passages;
  }

  int tokens() {
    return tokens;
  }

  void add(String more, String joint, Place place, List<String> headings) {
    if (!text.isEmpty()) {
      text.append(joint);
    }
    Location location =
        new Location(
            place.page(), place.slide(), place.sheet(), headings.isEmpty() ? null : headings);
    if (parts.isEmpty() || !parts.getLast().location().equals(location)) {
      parts.add(new Part(text.length(), location));
    }
    text.append(text.isEmpty() ? more.stripLeading() : more);
    tokens += Tokens.in(more);
  }

  /** Hands the passage on, if it says anything. */
  void end() {
    String whole = text.toString().stripTrailing();
    List<Part> places = parts.size() == 1 ? List.of() : List.copyOf(parts);
    Location location = parts.isEmpty() ? Location.NONE : parts.getFirst().location();
    text.setLength(0);
    parts.clear();
    tokens = 0;
    if (whole.codePoints().anyMatch(Character::isLetterOrDigit)) {
      passages.accept(new NewPassage(whole, location, places));
    }
  }
}
