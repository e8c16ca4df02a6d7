package app.madang.functions.chat.openai;

import app.madang.models.Completion;
import app.madang.models.ModelMessage.Image;
import app.madang.models.ModelRequest.Sampling;
import app.madang.models.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Released tools that answer as models do; for the caller of the scope. */
public interface ToolModels {

  /**
   * How a tool is named as a model. No slash: clients put an id into an address, and some take what
   * stands before one for a vendor.
   */
  String PREFIX = "tool-";

  /** How an id looks after its prefix. */
  Pattern ID = Pattern.compile(PREFIX + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /** A tool that the caller may use. */
  record Model(UUID toolId, Instant released) {}

  /**
   * A question with what was said before it.
   *
   * @param answerId the answer's id
   */
  record Question(
      UUID answerId,
      UUID toolId,
      UUID keyId,
      List<Turn> history,
      String text,
      List<Image> images,
      Sampling sampling) {}

  /**
   * An answer whose text says what its marks stand for.
   *
   * @param citations the same as a JSON array
   */
  record Said(Completion completion, String citations) {}

  /** Who waits for an answer. */
  interface Reader {

    /** Whether it is wanted piece by piece. */
    boolean piecewise();

    /** The next piece. */
    void text(String delta);

    /** Whether nobody waits any more. */
    boolean cancelled();
  }

  /** One answer. */
  interface Run {

    /** Whether the caller may still get it. */
    boolean mayGoOn();

    /** Answers on the calling thread. */
    Said answer(Reader reader);
  }

  /** The tool that an id of a model means; none when it means another model. */
  static Optional<UUID> idOf(String model) {
    var matched = ID.matcher(model);
    return matched.matches() ? Optional.of(UUID.fromString(matched.group(1))) : Optional.empty();
  }

  /** Those that the caller may use, the latest released first; many at most. */
  List<Model> latest();

  /** One of them. */
  Optional<Model> find(UUID toolId);

  /**
   * A tool begins to answer.
   *
   * @throws app.madang.runtime.ProblemException not_found when it is not the caller's to use
   */
  Run begin(Question question);
}
