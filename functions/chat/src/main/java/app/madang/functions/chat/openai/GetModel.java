package app.madang.functions.chat.openai;

import app.madang.models.setup.ModelSetup;
import app.madang.runtime.Caller;
import app.madang.runtime.web.ForeignOperation;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** {@code GET /openai/v1/models/{model}}. */
final class GetModel implements ForeignOperation {

  private final Callers callers;
  private final ModelSetup setup;
  private final ToolModels tools;

  GetModel(Callers callers, ModelSetup setup, ToolModels tools) {
    this.tools = tools;
    this.callers = callers;
    this.setup = setup;
  }

  @Override
  public void serve(HttpRequest request, HttpResponse response) throws IOException {
    try {
      Caller caller = callers.admit(request).caller();
      String path = request.getPath();
      String id = path.substring(path.lastIndexOf('/') + 1);
      String row = row(id, caller);
      Answers.send(response, 200, row.getBytes(StandardCharsets.UTF_8));
    } catch (OpenAiProblem problem) {
      Answers.fail(response, problem);
    }
  }

  private String row(String id, Caller caller) {
    Optional<UUID> toolId = ToolModels.idOf(id);
    String[] row = {toolId.isPresent() ? null : ListModels.rows(setup).get(id)};
    toolId.ifPresent(
        tool ->
            Caller.runAs(
                caller, () -> tools.find(tool).ifPresent(found -> row[0] = ListModels.row(found))));
    if (row[0] == null) {
      throw OpenAiProblem.unknownModel(id);
    }
    return row[0];
  }
}
