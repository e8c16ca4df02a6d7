package app.madang.functions.chat;

import app.madang.functions.chat.openai.ToolModels;
import app.madang.models.Completion;
import app.madang.toolbox.ListedTool;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Tools as models of the OpenAI-compatible door. */
final class OpenToolModels implements ToolModels {

  /** The list has no pages in OpenAI's words. */
  private static final int MOST = 1_000;

  private final ToolAccess access;
  private final ToolRuns runs;
  private final JsonMapper json;

  OpenToolModels(ToolAccess access, ToolRuns runs, JsonMapper json) {
    this.access = access;
    this.runs = runs;
    this.json = json;
  }

  @Override
  public List<Model> latest() {
    return access.latest(MOST).stream().map(OpenToolModels::model).toList();
  }

  @Override
  public Optional<Model> find(UUID toolId) {
    return access.listed(toolId).map(OpenToolModels::model);
  }

  private static Model model(ListedTool tool) {
    return new Model(tool.id(), tool.releasedAt());
  }

  @Override
  public Run begin(ToolModels.Question asked) {
    ToolRuns.Run run =
        runs.begin(
            new ToolRuns.Ask(
                asked.answerId(),
                asked.toolId(),
                asked.history(),
                // a conversation of these clients is words: a tool's form is left unfilled
                tool -> Posed.inWords(asked.text()),
                asked.images(),
                asked.sampling(),
                asked.keyId()));
    return new Run() {
      @Override
      public boolean mayGoOn() {
        return run.mayGoOn();
      }

      @Override
      public Said answer(Reader reader) {
        ToolRuns.Answered answered = run.answer(new Heard(reader));
        if (reader.piecewise()) {
          reader.text(answered.references());
        }
        LoneAnswers.Said said = answered.said();
        Completion completion =
            new Completion(
                said.text() + answered.references(), List.of(), said.finish(), said.tokens());
        return new Said(completion, json.writeValueAsString(answered.citations()));
      }
    };
  }

  private record Heard(Reader reader) implements LoneAnswers.Listener {

    @Override
    public boolean piecewise() {
      return reader.piecewise();
    }

    @Override
    public void text(String delta) {
      reader.text(delta);
    }

    @Override
    public boolean cancelled() {
      return reader.cancelled();
    }
  }
}
