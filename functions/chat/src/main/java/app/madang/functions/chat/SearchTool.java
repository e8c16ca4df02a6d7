package app.madang.functions.chat;

import app.madang.functions.chat.mcp.McpCaller;
import app.madang.functions.chat.mcp.McpTool;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.SearchOutcome;
import app.madang.knowledge.SearchRequest;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds passages that the caller may read. */
final class SearchTool implements McpTool {

  private final Retrieval retrieval;

  SearchTool(Retrieval retrieval) {
    this.retrieval = retrieval;
  }

  @Override
  public String name() {
    return "search_documents";
  }

  @Override
  public String description() {
    return "Finds passages of the company documents that the caller may read, by words and meaning,"
        + " in Korean and English.";
  }

  @Override
  public String inputSchema() {
    return """
        {"type":"object","additionalProperties":false,"required":["query"],"properties":{
          "query":{"type":"string","minLength":1,"maxLength":2000},
          "limit":{"type":"integer","minimum":1,"maximum":20,"default":8}}}""";
  }

  @Override
  public String call(JsonNode arguments, McpCaller caller) {
    String query = text(arguments, "query", 2_000);
    int limit = Math.clamp(arguments.path("limit").asInt(8), 1, 20);
    SearchOutcome outcome = retrieval.search(new SearchRequest(query, List.of(), limit));
    List<Hit> hits = Secrecy.toGiveAway(outcome);
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      found
          .append("[")
          .append(i + 1)
          .append("] ")
          .append(hit.documentName())
          .append("\n")
          .append(hit.text())
          .append("\n\n");
    }
    String text = found.isEmpty() ? "Nothing found." : found.toString().strip();
    return text + Secrecy.keptBack(outcome, hits);
  }

  static String text(JsonNode arguments, String field, int most) {
    String text = arguments.path(field).asString("").strip();
    if (text.isEmpty() || text.length() > most) {
      throw new IllegalArgumentException(field + " must have 1 to " + most + " characters");
    }
    return text;
  }
}
