package app.madang.functions.chat;

import app.madang.functions.chat.mcp.McpCaller;
import app.madang.functions.chat.mcp.McpTool;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.SearchOutcome;
import app.madang.knowledge.SearchRequest;
import app.madang.models.Source;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Answers a question from the documents that the caller may read. */
final class AskTool implements McpTool {

  private static final int SOURCES = 8;

  private final Retrieval retrieval;
  private final LoneAnswers answers;

  AskTool(Retrieval retrieval, LoneAnswers answers) {
    this.retrieval = retrieval;
    this.answers = answers;
  }

  @Override
  public String name() {
    return "ask";
  }

  @Override
  public String description() {
    return "Answers a question from the company documents that the caller may read, with citations.";
  }

  @Override
  public String inputSchema() {
    return """
        {"type":"object","additionalProperties":false,"required":["question"],"properties":{
          "question":{"type":"string","minLength":1,"maxLength":20000}}}""";
  }

  @Override
  public String call(JsonNode arguments, McpCaller caller) {
    String question = SearchTool.text(arguments, "question", 20_000);
    SearchOutcome found = retrieval.search(new SearchRequest(question, List.of(), SOURCES));
    List<Hit> hits = Secrecy.toGiveAway(found);
    List<Source> sources = new ArrayList<>();
    for (Hit hit : hits) {
      sources.add(new Source(sources.size() + 1, hit.documentName(), hit.text()));
    }
    String text = answers.once(question, sources, caller);
    String references = CitedSources.references(CitedSources.of(text, hits));
    return text + references + Secrecy.keptBack(found, hits);
  }
}
