package app.madang.functions.chat.openai;

import app.madang.models.setup.ModelSetup;
import app.madang.runtime.web.ForeignOperation;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /openai/v1/models/{model}}. */
final class GetModel implements ForeignOperation {

  private final Callers callers;
  private final ModelSetup setup;

  GetModel(Callers callers, ModelSetup setup) {
    this.callers = callers;
    this.setup = setup;
  }

  @Override
  public void serve(HttpRequest request, HttpResponse response) throws IOException {
    try {
      callers.admit(request);
      String path = request.getPath();
      String id = path.substring(path.lastIndexOf('/') + 1);
      String row = ListModels.rows(setup).get(id);
      if (row == null) {
        throw OpenAiProblem.unknownModel(id);
      }
      Answers.send(response, 200, row.getBytes(StandardCharsets.UTF_8));
    } catch (OpenAiProblem problem) {
      Answers.fail(response, problem);
    }
  }
}
