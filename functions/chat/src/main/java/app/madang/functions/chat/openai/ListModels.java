package app.madang.functions.chat.openai;

import app.madang.contracts.Clearance;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.catalogue.Policy;
import app.madang.models.setup.ModelSetup;
import app.madang.runtime.Caller;
import app.madang.runtime.web.ForeignOperation;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /openai/v1/models}: policies first, then models, then the key's tools. */
final class ListModels implements ForeignOperation {

  private final Callers callers;
  private final ModelSetup setup;
  private final ToolModels tools;

  ListModels(Callers callers, ModelSetup setup, ToolModels tools) {
    this.callers = callers;
    this.setup = setup;
    this.tools = tools;
  }

  @Override
  public void serve(HttpRequest request, HttpResponse response) throws IOException {
    List<String> rows = new ArrayList<>();
    try {
      Caller caller = callers.admit(request).caller();
      rows.addAll(rows(setup).values());
      Caller.runAs(caller, () -> tools.latest().forEach(tool -> rows.add(row(tool))));
    } catch (OpenAiProblem problem) {
      Answers.fail(response, problem);
      return;
    }
    String body = "{\"object\":\"list\",\"data\":[" + String.join(",", rows) + "]}";
    Answers.send(response, 200, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Each that a key may use, by its id. */
  static Map<String, String> rows(ModelSetup setup) {
    Catalogue catalogue = setup.get();
    Map<String, String> rows = new LinkedHashMap<>();
    for (Policy policy : Policy.values()) {
      if (catalogue.of(policy).stream().anyMatch(model -> usable(setup, catalogue, model))) {
        rows.put(policy.code(), row(policy.code(), "madang"));
      }
    }
    for (CatalogModel model : catalogue.models()) {
      if (usable(setup, catalogue, model)) {
        rows.put(model.id(), row(model.id(), model.provider()));
      }
    }
    return rows;
  }

  private static boolean usable(ModelSetup setup, Catalogue catalogue, CatalogModel model) {
    return model.enabled()
        && setup.usable(model)
        && catalogue.providerOf(model).clearance().allows(Clearance.INTERNAL);
  }

  /** A tool in the list's words. */
  static String row(ToolModels.Model tool) {
    return row(ToolModels.PREFIX + tool.toolId(), "madang-tools", tool.released().getEpochSecond());
  }

  private static String row(String id, String owner) {
    return row(id, owner, 0);
  }

  private static String row(String id, String owner, long created) {
    return "{\"id\":%s,\"object\":\"model\",\"created\":%d,\"owned_by\":%s}"
        .formatted(Quoted.of(id), created, Quoted.of(owner));
  }
}
