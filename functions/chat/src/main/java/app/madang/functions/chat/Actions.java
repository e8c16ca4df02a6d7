package app.madang.functions.chat;

import app.madang.models.ModelMessage.ToolCall;
import app.madang.models.ModelRequest;
import app.madang.runtime.Caller;
import app.madang.runtime.Transactions;
import app.madang.runtime.outbound.OutboundRefused;
import app.madang.toolbox.ToolAction;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does what a model asks a tool's actions for, as far as the rules and the person let it. */
final class Actions {

  /** Of one answer. */
  static final int MOST_ROUNDS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Actions.class);

  /** What lies with the other side. */
  private static final Set<String> UNWILLING = Set.of("unreachable", "unauthorized", "not_mcp");

  private static final int MOST_CALLS = 8;
  private static final int LONGEST_RESULT = 20_000;

  private static final String NOTE =
      """
      INSERT INTO toolbox.action_calls (tool_id, answer_id, action_id, name, host, confirmed, outcome, reason)
      VALUES (:tool, :answer, :action, :name, :host, :confirmed, :outcome, CAST(:reason AS text))
      """;

  private final ActionDoor door;
  private final Confirmations confirmations;
  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Actions(
      ActionDoor door,
      Confirmations confirmations,
      Transactions transactions,
      JdbcClient jdbc,
      JsonMapper json) {
    this.door = door;
    this.confirmations = confirmations;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What models are told that they may call. */
  static List<ModelRequest.Tool> offered(List<ToolAction> actions) {
    return actions.stream()
        .map(
            action ->
                new ModelRequest.Tool(action.name(), action.description(), action.schema(), null))
        .toList();
  }

  /** Which arguments get their private values back. */
  static Map<String, List<String>> inClear(List<ToolAction> actions) {
    return actions.stream().collect(Collectors.toMap(ToolAction::name, ToolAction::personalFields));
  }

  /** Who is told, and whether anybody still listens. */
  interface Reader {
    void action(AnswerEvent.Action event);

    boolean cancelled();
  }

  /** The calls of one answer. */
  Session of(Question question, boolean readsDocuments, Reader reader) {
    return new Session(question, readsDocuments || !question.history().isEmpty(), reader);
  }

  /** The calls of one answer, in their order. */
  final class Session {

    private final Question question;
    private final Reader reader;
    private final List<Receipt.Called> called = new ArrayList<>();

    /** Whether arguments may hold words of a document, an earlier answer or another result. */
    private boolean tainted;

    private Session(Question question, boolean tainted, Reader reader) {
      this.question = question;
      this.tainted = tainted;
      this.reader = reader;
    }

    /** What was called, or was not, so far. */
    List<Receipt.Called> called() {
      return List.copyOf(called);
    }

    /** The result for the model; nothing when nobody wants the answer any more. */
    Optional<String> run(ToolCall call) {
      List<ToolAction> pinned = Objects.requireNonNull(question.tool()).actions();
      Optional<ToolAction> action =
          pinned.stream().filter(one -> one.name().equals(call.name())).findFirst();
      if (action.isEmpty()) {
        return Optional.of(failed("There is no such action."));
      }
      if (called.size() >= MOST_CALLS) {
        return Optional.of(failed("No more actions may be called for this answer."));
      }
      return new One(action.get(), call).run();
    }

    private final class One {

      private final ToolAction action;
      private final UUID id = UUID.randomUUID();
      private final @Nullable JsonNode arguments;
      private final String hash;
      private boolean confirmed;

      private One(ToolAction action, ToolCall call) {
        this.action = action;
        this.arguments = fitting(action, call.arguments());
        this.hash =
            ToolAction.sha256(
                String.join(
                    "\n",
                    action.hash(),
                    action.host(),
                    Caller.current().id().toString(),
                    question.answerId().toString(),
                    String.valueOf(arguments)));
      }

      private Optional<String> run() {
        JsonNode fit = arguments;
        if (fit == null) {
          return Optional.of(over("refused", "arguments", "The arguments do not fit the schema."));
        }
        try {
          door.mustBeAllowed(action);
          if (action.writing() || tainted && !fit.isEmpty()) {
            Instant until =
                confirmations.ask(id, question.conversation().id(), question.answerId(), hash);
            tell("waiting", null, until);
            Optional<Confirmations.Word> word = confirmations.await(id, hash, reader::cancelled);
            if (word.isEmpty()) {
              return Optional.empty();
            }
            if (word.get() == Confirmations.Word.DECLINED) {
              return Optional.of(over("declined", null, "The person did not allow it."));
            }
            if (word.get() == Confirmations.Word.EXPIRED) {
              return Optional.of(over("expired", null, "The person did not decide in time."));
            }
            confirmed = true;
          }
          tell("running", null, null);
          ActionDoor.Reply reply = door.call(action, fit);
          tainted = true;
          over(reply.wrong() == null ? "done" : "failed", reply.wrong(), "");
          return Optional.of(data(reply));
        } catch (OutboundRefused e) {
          String outcome = UNWILLING.contains(e.code()) ? "failed" : "refused";
          return Optional.of(over(outcome, e.code(), "It was not called: " + e.code() + "."));
        }
      }

      private String over(String outcome, @Nullable String reason, String told) {
        called.add(
            new Receipt.Called(
                action.name(),
                action.source(),
                action.host(),
                action.method(),
                action.writing(),
                confirmed,
                outcome,
                reason));
        note(outcome, reason);
        tell(outcome, reason, null);
        return failed(told);
      }

      private void note(String outcome, @Nullable String reason) {
        if (!outcome.equals("done")) {
          LOG.info("Action {} at {}: {} {}", action.name(), action.host(), outcome, reason);
        }
        transactions.run(
            () ->
                jdbc.sql(NOTE)
                    .param("tool", question.toolId())
                    .param("answer", question.answerId())
                    .param("action", action.id())
                    .param("name", action.name())
                    .param("host", action.host())
                    .param("confirmed", confirmed)
                    .param("outcome", outcome)
                    .param("reason", reason)
                    .update());
      }

      private void tell(String state, @Nullable String reason, @Nullable Instant until) {
        List<AnswerEvent.Argument> shown = new ArrayList<>();
        if (arguments != null) {
          arguments
              .properties()
              .forEach(
                  each ->
                      shown.add(
                          new AnswerEvent.Argument(
                              each.getKey(),
                              each.getValue().isValueNode()
                                  ? each.getValue().asString()
                                  : each.getValue().toPrettyString())));
        }
        reader.action(
            new AnswerEvent.Action(
                id,
                state,
                action.name(),
                action.source(),
                action.host(),
                action.method(),
                action.shownPath(),
                action.writing(),
                shown,
                hash,
                until,
                reason));
      }
    }
  }

  /** A result is data: it must not be able to end itself. */
  private static String data(ActionDoor.Reply reply) {
    String text = reply.text();
    String cut = text.substring(0, Math.min(LONGEST_RESULT, text.length()));
    return "<result status=\""
        + reply.status()
        + "\">\n"
        + cut.replace("</result", "< /result")
        + (cut.length() < text.length() ? "\n(cut)" : "")
        + "\n</result>";
  }

  private static String failed(String why) {
    return "<result>" + why + "</result>";
  }

  /** What a model wrote, when it is what was pinned; else null. */
  private @Nullable JsonNode fitting(ToolAction action, String written) {
    try {
      JsonNode arguments = json.readTree(written.isBlank() ? "{}" : written);
      String text = arguments.toString();
      boolean fits =
          arguments.isObject()
              && SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(action.schema(), InputFormat.JSON)
                  .validate(text, InputFormat.JSON)
                  .isEmpty();
      return fits ? arguments : null;
    } catch (JacksonException | SchemaException e) {
      return null;
    }
  }
}
