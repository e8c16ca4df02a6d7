package app.madang.functions.chat.administration;

import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.models.masking.CustomPattern;
import app.madang.models.masking.InvalidPattern;
import app.madang.models.masking.MaskPolicy;
import app.madang.models.masking.Masked;
import app.madang.models.masking.Masker;
import app.madang.models.masking.Placeholders;
import app.madang.models.setup.ModelSetup;
import app.madang.models.setup.SetupChanges;
import app.madang.models.setup.SetupHistory;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What else this company keeps to itself. */
final class MaskDesk {

  private final Transactions transactions;
  private final ModelSetup setup;
  private final SetupChanges changes;
  private final SetupHistory history;

  MaskDesk(
      Transactions transactions, ModelSetup setup, SetupChanges changes, SetupHistory history) {
    this.transactions = transactions;
    this.setup = setup;
    this.changes = changes;
    this.history = history;
  }

  record ListPatterns() {}

  record AddPattern(
      @NotNull @Size(max = 200) String name,
      @NotNull @Size(max = 2000) String regex,
      @NotNull @Size(max = 100) String label) {}

  record PatternId(@NotNull UUID patternId) {}

  record PatternLine(UUID id, String name, String regex, String label, Changed changed) {}

  record PatternList(List<PatternLine> items) {}

  record TryMasking(
      @NotBlank @Size(max = 5000) String text,
      @Nullable @Size(max = 2000) String regex,
      @Nullable @Size(max = 100) String label) {}

  record Tried(String text, Map<String, Integer> masked) {}

  PatternList list(ListPatterns input) {
    Role.require(Role.ADMIN);
    return new PatternList(lines());
  }

  private List<PatternLine> lines() {
    return transactions.read(history::patterns).stream()
        .map(
            found ->
                new PatternLine(
                    found.id(),
                    found.pattern().name(),
                    found.pattern().regex(),
                    found.pattern().replacementLabel(),
                    new Changed(found.at(), found.by())))
        .toList();
  }

  PatternLine add(AddPattern input) {
    Role.require(Role.ADMIN);
    setup.changed();
    CustomPattern pattern = pattern(input.name().strip(), input.regex(), input.label());
    masker(pattern);
    UUID id =
        transactions
            .call(() -> changes.add(pattern))
            .orElseThrow(() -> Phrases.wrong("name", "pattern.name_taken"));
    setup.changed();
    return lines().stream()
        .filter(line -> line.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT));
  }

  void remove(PatternId input) {
    Role.require(Role.ADMIN);
    if (!transactions.call(() -> changes.removePattern(input.patternId()))) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    setup.changed();
  }

  Tried attempt(TryMasking input) {
    Role.require(Role.ADMIN);
    setup.changed();
    CustomPattern more =
        input.regex() == null || input.regex().isEmpty()
            ? null
            : pattern("?", input.regex(), input.label() == null ? "TRIED" : input.label());
    Masked masked = masker(more).mask(input.text(), new Placeholders());
    Map<String, Integer> counts = new TreeMap<>();
    masked.counts().forEach((kind, n) -> counts.put(kind.name().toLowerCase(Locale.ROOT), n));
    return new Tried(masked.text(), counts);
  }

  private Masker masker(@Nullable CustomPattern more) {
    List<CustomPattern> patterns = new ArrayList<>(setup.patterns());
    if (more != null) {
      patterns.add(more);
    }
    try {
      return Masker.of(MaskPolicy.MASK_ALL, patterns);
    } catch (InvalidPattern e) {
      throw wrong(e);
    }
  }

  private static CustomPattern pattern(String name, String regex, String label) {
    try {
      return new CustomPattern(name, regex, label);
    } catch (InvalidPattern e) {
      throw wrong(e);
    }
  }

  private static ProblemException wrong(InvalidPattern e) {
    String field =
        switch (e.problem()) {
          case NAME -> "name";
          case LABEL, LABEL_TAKEN -> "label";
          case LENGTH, SYNTAX, MATCHES_EMPTY, TOO_COMPLEX, TOO_MANY -> "regex";
        };
    return Phrases.wrong(field, "pattern", e.problem());
  }
}
