package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.metering.Money;
import app.madang.models.ModelMessage;
import app.madang.models.ModelMessage.FromModel;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelRequest;
import app.madang.models.door.DoorAnswer;
import app.madang.models.door.DoorSink;
import app.madang.models.masking.PersonalData;
import app.madang.models.routing.Attempt;
import app.madang.models.routing.Skipped;
import app.madang.runtime.ProblemException;
import app.madang.toolbox.OutputSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer in JSON: held back until it is whole and fits its schema, asked for once more when it
 * does not.
 */
final class StrictAnswer {

  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String AGAIN =
      "That is not what was asked for (%s). Answer again with the JSON object only, so that it fits the schema.";

  private final JsonNode schema;
  private final BiFunction<ModelRequest, DoorSink, DoorAnswer> door;
  private final DoorSink reader;
  private final Receipt.Terms terms;

  StrictAnswer(
      JsonNode schema,
      BiFunction<ModelRequest, DoorSink, DoorAnswer> door,
      DoorSink reader,
      Receipt.Terms terms) {
    this.schema = schema;
    this.door = door;
    this.reader = reader;
    this.terms = terms;
  }

  /**
   * What was written.
   *
   * @param json what fits the schema; null when nothing did
   */
  record Written(@Nullable String json, DoorAnswer last, Receipt receipt) {

    /**
     * The JSON.
     *
     * @throws ProblemException when the second answer did not fit either
     */
    String fitting() {
      if (json == null) {
        throw new ProblemException(ProblemCode.OUTPUT_MISFIT);
      }
      return json;
    }
  }

  Written write(ModelRequest prompt) {
    DoorAnswer first = door.apply(prompt, new Held(reader, terms, null));
    Receipt receipt = Receipt.of(first, terms);
    String said = first.completion().text();
    Optional<String> misfit = misfit(said);
    if (misfit.isEmpty() || reader.cancelled()) {
      return new Written(misfit.isEmpty() ? pretty(said) : null, first, receipt);
    }
    List<ModelMessage> messages = new ArrayList<>(prompt.messages());
    messages.add(FromModel.of(said.isBlank() ? "{}" : said));
    messages.add(FromPerson.of(AGAIN.formatted(misfit.get())));
    DoorAnswer second = door.apply(prompt.withMessages(messages), new Held(reader, terms, receipt));
    String then = second.completion().text();
    return new Written(
        misfit(then).isEmpty() ? pretty(then) : null,
        second,
        receipt.and(Receipt.of(second, terms)));
  }

  /** Where an answer does not fit; nothing when it does. */
  private Optional<String> misfit(String text) {
    try {
      return OutputSchema.misfit(schema, read(text));
    } catch (JacksonException e) {
      return Optional.of("no JSON");
    }
  }

  private static String pretty(String text) {
    return PRETTY.writeValueAsString(read(text));
  }

  private static JsonNode read(String text) {
    String kept = text.strip();
    if (kept.startsWith("```") && kept.endsWith("```")) {
      kept = kept.substring(kept.indexOf('\n') + 1, kept.length() - 3);
    }
    return PRETTY.readTree(kept);
  }

  /** Nobody reads along before it is whole; what it took when it broke counts with what was. */
  private record Held(DoorSink reader, Receipt.Terms terms, @Nullable Receipt before)
      implements DoorSink {

    @Override
    public void text(String delta) {}

    @Override
    public boolean cancelled() {
      return reader.cancelled();
    }

    @Override
    public void switched(String from, String to, boolean midway) {
      reader.switched(from, to, midway);
    }

    @Override
    public void broke(
        List<Attempt> attempts,
        List<Skipped> skipped,
        Map<PersonalData, Integer> masked,
        Money cost) {
      reader.broke(attempts, skipped, masked, cost);
    }
  }
}
