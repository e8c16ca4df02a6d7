package app.madang.toolbox;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Locales;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ProblemException.FieldError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A tool's form: checked when it is made, and held against each time that it is filled. */
public final class InputForm {

  /** All values together, in characters. */
  static final int MOST = 120_000;

  private static final int LABEL = 100;
  private static final int HINT = 200;
  private static final int OPTIONS = 50;
  private static final int PICTURES = 4;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final List<ToolInput> inputs;

  /** A form of fields that were checked when they were made. */
  public InputForm(List<ToolInput> inputs) {
    this.inputs = List.copyOf(inputs);
  }

  /**
   * A form's fields as a maker gave them, without the spaces around what people read.
   *
   * @throws ProblemException {@code invalid_request}, naming each wrong part as in {@code
   *     inputs[0].label}
   */
  public static List<ToolInput> checked(List<ToolInput> given) {
    List<FieldError> wrong = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<ToolInput> kept = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String at = "inputs[" + i + "].";
      ToolInput input = tidy(given.get(i));
      if (!NAME.matcher(input.name()).matches()) {
        wrong.add(Wording.error(at + "name", "input.name"));
      } else if (!names.add(input.name())) {
        wrong.add(Wording.error(at + "name", "input.twice"));
      }
      checkWords(input, at, wrong);
      checkOptions(input, at, wrong);
      checkLimits(input, at, wrong);
      kept.add(input);
    }
    if (!wrong.isEmpty()) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST, wrong);
    }
    return kept;
  }

  private static ToolInput tidy(ToolInput input) {
    Label hint = input.hint() == null ? null : input.hint().stripped();
    List<Label> options = input.options();
    return new ToolInput(
        input.name(),
        input.kind(),
        input.label().stripped(),
        hint == null || hint.isEmpty() ? null : hint,
        input.mustBeFilled(),
        input.maxLength(),
        options == null ? null : options.stream().map(Label::stripped).toList(),
        input.min(),
        input.max());
  }

  private static void checkWords(ToolInput input, String at, List<FieldError> wrong) {
    if (input.label().isEmpty()) {
      wrong.add(Wording.error(at + "label", "input.label"));
    } else if (input.label().isLongerThan(LABEL)) {
      wrong.add(Wording.error(at + "label", "input.too_long", LABEL));
    }
    Label hint = input.hint();
    if (hint != null && hint.isLongerThan(HINT)) {
      wrong.add(Wording.error(at + "hint", "input.too_long", HINT));
    }
  }

  private static void checkOptions(ToolInput input, String at, List<FieldError> wrong) {
    List<Label> options = input.options() == null ? List.of() : input.options();
    String field = at + "options";
    if (input.kind() != ToolInput.Kind.CHOICE) {
      if (!options.isEmpty()) {
        wrong.add(Wording.error(field, "input.options_of_choice"));
      }
    } else if (options.isEmpty()
        || options.size() > OPTIONS
        || options.stream().anyMatch(Label::isEmpty)) {
      wrong.add(Wording.error(field, "input.options"));
    } else if (options.stream().anyMatch(option -> option.isLongerThan(LABEL))) {
      wrong.add(Wording.error(field, "input.too_long", LABEL));
    } else if (options.stream().map(Label::canonical).distinct().count() < options.size()) {
      wrong.add(Wording.error(field, "input.option_twice"));
    }
  }

  private static void checkLimits(ToolInput input, String at, List<FieldError> wrong) {
    Integer length = input.maxLength();
    boolean text = input.kind() == ToolInput.Kind.TEXT || input.kind() == ToolInput.Kind.LONG_TEXT;
    if (length != null && !text) {
      wrong.add(Wording.error(at + "maxLength", "input.length_of_text"));
    } else if (length != null && (length < 1 || length > input.kind().most())) {
      wrong.add(Wording.error(at + "maxLength", "input.max_length", input.kind().most()));
    }
    BigDecimal min = input.min();
    BigDecimal max = input.max();
    if ((min != null || max != null) && input.kind() != ToolInput.Kind.NUMBER) {
      wrong.add(Wording.error(at + "min", "input.range_of_number"));
    } else if (min != null && max != null && min.compareTo(max) > 0) {
      wrong.add(Wording.error(at + "min", "input.range"));
    }
  }

  /**
   * What was filled in, in the form's order; a field that was left empty is not there.
   *
   * @throws ProblemException {@code invalid_request}, naming each wrong field as in {@code
   *     inputs.period}
   */
  public List<FilledInput> fill(List<InputValue> given) {
    List<FieldError> wrong = new ArrayList<>();
    Map<String, InputValue> byName = new HashMap<>();
    for (InputValue value : given) {
      if (inputs.stream().noneMatch(input -> input.name().equals(value.name()))) {
        wrong.add(Wording.error("inputs." + value.name(), "value.unknown"));
      } else if (byName.put(value.name(), value) != null) {
        wrong.add(Wording.error("inputs." + value.name(), "value.twice"));
      }
    }
    fit(byName);
    List<FilledInput> filled = new ArrayList<>();
    for (ToolInput input : inputs) {
      InputValue value = byName.get(input.name());
      if (value != null && !value.isEmpty()) {
        String problem = problem(input, value);
        if (problem != null) {
          wrong.add(told(input, problem));
        }
        filled.add(FilledInput.of(input, value, Locales.current()));
      } else if (input.mustBeFilled()) {
        wrong.add(Wording.error("inputs." + input.name(), "value.needed"));
      }
    }
    if (filled.stream().mapToInt(each -> each.value().length()).sum() > MOST) {
      wrong.add(Wording.error("inputs", "value.too_much", MOST));
    }
    if (filled.stream().filter(each -> each.imageId() != null).count() > PICTURES) {
      wrong.add(Wording.error("inputs", "value.file"));
    }
    if (!wrong.isEmpty()) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST, wrong);
    }
    return filled;
  }

  /** Documents share what the other values leave, the shorter ones whole. */
  private static void fit(Map<String, InputValue> given) {
    List<InputValue> documents =
        given.values().stream()
            .filter(value -> value.characters() != null)
            .sorted(Comparator.comparingInt(InputValue::length))
            .toList();
    int left = MOST - given.values().stream().mapToInt(InputValue::length).sum();
    left += documents.stream().mapToInt(InputValue::length).sum();
    for (int i = 0; i < documents.size(); i++) {
      int share = Math.max(0, left) / (documents.size() - i);
      InputValue fitting = documents.get(i).cutTo(Math.min(share, ToolInput.Kind.FILE.most()));
      given.put(fitting.name(), fitting);
      left -= fitting.length();
    }
  }

  private static FieldError told(ToolInput input, String problem) {
    Object value =
        switch (problem) {
          case "value.min" -> Optional.<Object>ofNullable(input.min()).orElse("");
          case "value.max" -> Optional.<Object>ofNullable(input.max()).orElse("");
          default -> input.limit();
        };
    return Wording.error("inputs." + input.name(), problem, value);
  }

  private static @Nullable String problem(ToolInput input, InputValue value) {
    boolean file = input.kind() == ToolInput.Kind.FILE;
    if (!file
        && (value.imageId() != null
            || value.fileName() != null
            || value.fileId() != null
            || value.characters() != null)) {
      return "value.no_file";
    }
    String text = value.value() == null ? "" : value.value();
    if (text.length() > input.limit()) {
      return "input.too_long";
    }
    return switch (input.kind()) {
      case TEXT -> text.lines().count() > 1 ? "value.one_line" : null;
      case LONG_TEXT -> null;
      case CHOICE -> offers(input, text) ? null : "value.option";
      case NUMBER -> number(input, text);
      case DATE -> isDate(text) ? null : "value.date";
      case FILE ->
          value.fileId() != null
                  || value.imageId() != null == (value.fileName() != null && !text.isBlank())
              ? "value.file"
              : null;
    };
  }

  private static boolean offers(ToolInput input, String text) {
    List<Label> options = input.options();
    return options != null
        && options.stream().anyMatch(option -> option.canonical().equals(text.strip()));
  }

  private static @Nullable String number(ToolInput input, String text) {
    String kept = text.strip();
    if (!NUMBER.matcher(kept).matches()) {
      return "value.number";
    }
    BigDecimal number = new BigDecimal(kept);
    BigDecimal min = input.min();
    BigDecimal max = input.max();
    if (min != null && number.compareTo(min) < 0) {
      return "value.min";
    }
    return max != null && number.compareTo(max) > 0 ? "value.max" : null;
  }

  private static boolean isDate(String text) {
    if (!DATE.matcher(text.strip()).matches()) {
      return false;
    }
    try {
      LocalDate.parse(text.strip());
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
