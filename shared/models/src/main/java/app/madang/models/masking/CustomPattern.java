package app.madang.models.masking;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Arrays;

/**
 * What else a company keeps to itself: employee numbers, project names. Runs in linear time.
 *
 * @param name what administrators call it
 * @param regex in RE2's syntax, against the normalised text (NFC, half-width digits)
 * @param replacementLabel the word in its placeholders, 2 to 20 letters A to Z
 */
public record CustomPattern(String name, String regex, String replacementLabel) {

  static final int LONGEST_REGEX = 500;
  static final int LONGEST_NAME = 100;

  /** Instructions of the compiled program; each costs time for each character. */
  static final int LARGEST_PROGRAM = 1_000;

  /**
   * Checks all three.
   *
   * @throws InvalidPattern saying what is wrong
   */
  public CustomPattern {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new InvalidPattern(
          InvalidPattern.Problem.NAME, "the name must have 1 to " + LONGEST_NAME + " characters");
    }
    if (!isLabel(replacementLabel)) {
      throw new InvalidPattern(
          InvalidPattern.Problem.LABEL, "the label must have 2 to 20 letters from A to Z");
    }
    String label = replacementLabel;
    if (label.equals(PlaceholderForm.LITERAL)
        || Arrays.stream(PersonalData.values())
            .anyMatch(kind -> kind != PersonalData.CUSTOM && kind.label().equals(label))) {
      throw new InvalidPattern(
          InvalidPattern.Problem.LABEL_TAKEN, "the label " + label + " is taken");
    }
    compile(regex);
  }

  Pattern compile() {
    return compile(regex);
  }

  private static Pattern compile(String regex) {
    if (regex.isEmpty() || regex.length() > LONGEST_REGEX) {
      throw new InvalidPattern(
          InvalidPattern.Problem.LENGTH,
          "the pattern must have 1 to " + LONGEST_REGEX + " characters");
    }
    Pattern pattern;
    try {
      pattern = Pattern.compile(regex, Pattern.MULTILINE);
    } catch (PatternSyntaxException e) {
      throw new InvalidPattern(
          InvalidPattern.Problem.SYNTAX, "the pattern cannot be read: " + e.getDescription());
    }
    if (pattern.programSize() > LARGEST_PROGRAM) {
      throw new InvalidPattern(
          InvalidPattern.Problem.TOO_COMPLEX,
          "the pattern is too large: " + pattern.programSize() + " steps of " + LARGEST_PROGRAM);
    }
    if (pattern.matcher("").find()) {
      throw new InvalidPattern(
          InvalidPattern.Problem.MATCHES_EMPTY, "the pattern must not match the empty text");
    }
    return pattern;
  }

  private static boolean isLabel(String label) {
    return label.length() >= 2
        && label.length() <= PlaceholderForm.LONGEST_LABEL
        && label.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }
}
