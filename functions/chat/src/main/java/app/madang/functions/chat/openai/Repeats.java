package app.madang.functions.chat.openai;

import app.madang.functions.chat.cache.AnswerCache;
import app.madang.functions.chat.cache.Asked;
import app.madang.functions.chat.cache.Kept;
import app.madang.models.Completion.Finish;
import app.madang.models.ModelMessage;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelMessage.SystemText;
import app.madang.models.ModelMessage.Text;
import app.madang.models.ModelRequest;
import app.madang.models.Tokens;
import app.madang.models.door.DoorAnswer;
import app.madang.models.door.DoorRequest;
import app.madang.models.door.ModelDoor;
import app.madang.models.setup.ModelSetup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Completions that may be given again: one thing is said, no tool is offered, and a temperature of
 * 0 asks for the same words each time.
 */
final class Repeats {

  private final AnswerCache cache;
  private final ModelDoor door;
  private final ModelSetup setup;

  Repeats(AnswerCache cache, ModelDoor door, ModelSetup setup) {
    this.cache = cache;
    this.door = door;
    this.setup = setup;
  }

  /** Where the answer may be kept; none when it is the asker's alone. */
  Optional<String> key(DoorRequest request) {
    ModelRequest asked = request.request();
    Double temperature = asked.sampling().temperature();
    boolean again =
        cache.on()
            && temperature != null
            && temperature == 0
            && asked.tools().isEmpty()
            && alone(asked.messages());
    return again
        ? Optional.of(
            cache.key(
                new Asked(
                    Asked.models(setup.get(), door.candidates(request)),
                    setup.patterns(),
                    "",
                    asked,
                    "",
                    "")))
        : Optional.empty();
  }

  private static boolean alone(List<ModelMessage> messages) {
    int said = 0;
    for (ModelMessage message : messages) {
      switch (message) {
        case SystemText system -> {}
        case FromPerson(var parts) when parts.stream().allMatch(Text.class::isInstance) -> said++;
        default -> {
          return false;
        }
      }
    }
    return said == 1;
  }

  /** What was answered before. */
  Optional<Kept> find(String key, DoorRequest request) {
    Instant began = Instant.now();
    Optional<Kept> found = cache.find(key);
    found.ifPresentOrElse(
        kept -> cache.served(kept, request.spender(), request.apiKeyId(), null, began),
        cache::missed);
    return found;
  }

  /** Keeps a whole answer of the model that was asked first, if nothing in it was masked. */
  void keep(String key, DoorRequest request, DoorAnswer answer) {
    boolean ordinary =
        answer.attempts().size() == 1
            && answer.completion().finish() == Finish.STOP
            && request.placeholders().load().isEmpty();
    if (ordinary) {
      Tokens tokens = answer.completion().tokens();
      cache.keep(
          key,
          new Kept(
              answer.model(),
              answer.completion().text(),
              tokens.input(),
              tokens.cachedInput(),
              tokens.output(),
              List.of()));
    }
  }
}
