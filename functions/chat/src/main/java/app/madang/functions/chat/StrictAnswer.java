package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.metering.Money;
import app.madang.models.ModelMessage;
import app.madang.models.ModelMessage.FromModel;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelRequest;
import app.madang.models.Tokens;
import app.madang.models.door.DoorAnswer;
import app.madang.models.door.DoorRequest;
import app.madang.models.door.DoorSink;
import app.madang.models.door.ModelDoor;
import app.madang.models.masking.PersonalData;
import app.madang.models.routing.Attempt;
import app.madang.models.routing.RoutedFailure;
import app.madang.models.routing.RoutingProblem;
import app.madang.models.routing.Skipped;
import app.madang.runtime.ProblemException;
import app.madang.toolbox.OutputSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

  private final ModelDoor door;
  private final JsonNode schema;
  private final Function<ModelRequest, DoorRequest> call;
  private final Told.Reader reader;
  private final Receipt.Terms terms;

  /**
   * One answer.
   *
   * @param call what is asked of the door with a prompt
   * @param reader is told what it took when nothing comes of it; the text is the caller's to tell
   */
  StrictAnswer(
      ModelDoor door,
      JsonNode schema,
      Function<ModelRequest, DoorRequest> call,
      Told.Reader reader,
      Receipt.Terms terms) {
    this.door = door;
    this.schema = schema;
    this.call = call;
    this.reader = reader;
    this.terms = terms;
  }

  /**
   * What was written.
   *
   * @param json what fits the schema
   * @param last what was written last
   * @param tokens of all that was asked for it
   */
  record Written(String json, DoorAnswer last, Tokens tokens, Receipt receipt) {}

  /**
   * Has it written; who keeps to schemas by itself is told the schema so, too.
   *
   * @throws ProblemException output_misfit when the second answer does not fit either
   */
  Written write(ModelRequest prompt) {
    ModelRequest shaped = OutputShape.bySchema(prompt, schema);
    ModelRequest asked = takesSchemas(call.apply(shaped)) ? shaped : prompt;
    DoorAnswer first = ask(call.apply(asked), null);
    Receipt receipt = Receipt.of(first, terms);
    Tokens tokens = first.completion().tokens();
    String said = first.completion().text();
    Optional<String> misfit = misfit(said);
    if (misfit.isEmpty()) {
      return new Written(pretty(said), first, tokens, receipt);
    }
    if (reader.cancelled()) {
      throw failed(receipt);
    }
    List<ModelMessage> messages = new ArrayList<>(asked.messages());
    messages.add(FromModel.of(said.isBlank() ? "{}" : said));
    messages.add(FromPerson.of(AGAIN.formatted(misfit.get())));
    DoorAnswer second = ask(call.apply(asked.withMessages(messages)).again(), receipt);
    Receipt both = receipt.and(Receipt.of(second, terms));
    String then = second.completion().text();
    if (misfit(then).isPresent()) {
      throw failed(both);
    }
    return new Written(pretty(then), second, tokens.plus(second.completion().tokens()), both);
  }

  private boolean takesSchemas(DoorRequest request) {
    try {
      return !door.candidates(request).isEmpty();
    } catch (RoutingProblem e) {
      return false;
    }
  }

  private DoorAnswer ask(DoorRequest asked, @Nullable Receipt before) {
    try {
      return door.stream(asked, new Held(new Told(reader, terms, before)), false);
    } catch (RoutedFailure e) {
      // the door has told what it took
      throw e;
    } catch (RuntimeException e) {
      if (before != null) {
        reader.broke(before);
      }
      throw e;
    }
  }

  private ProblemException failed(Receipt receipt) {
    reader.broke(receipt);
    return new ProblemException(ProblemCode.OUTPUT_MISFIT);
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

  /** Nobody reads along before it is whole. */
  private record Held(DoorSink told) implements DoorSink {

    @Override
    public void text(String delta) {}

    @Override
    public boolean cancelled() {
      return told.cancelled();
    }

    @Override
    public void switched(String from, String to, boolean midway) {
      told.switched(from, to, midway);
    }

    @Override
    public void broke(
        List<Attempt> attempts,
        List<Skipped> skipped,
        Map<PersonalData, Integer> masked,
        Money cost) {
      told.broke(attempts, skipped, masked, cost);
    }
  }
}
