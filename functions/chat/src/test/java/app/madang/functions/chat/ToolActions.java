package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.toolbox.ToolAction;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What tools may call and how people decide on it, as tests set it up and read it. */
final class ToolActions {

  private ToolActions() {}

  /** A tool that everyone may use, with these actions. */
  static UUID tool(UUID[] collections, ToolAction... actions) {
    UUID tool = ToolRows.released("답한다", null, collections);
    Platform.superuser()
        .sql("UPDATE toolbox.releases SET actions = ? WHERE tool_id = ?")
        .params(ToolAction.write(List.of(actions)), tool)
        .update();
    return tool;
  }

  static void allow(String host) {
    Platform.superuser()
        .sql("INSERT INTO toolbox.action_hosts VALUES (?) ON CONFLICT DO NOTHING")
        .param(host)
        .update();
  }

  static UUID conversation(Client person, UUID tool) {
    return person
        .call("createConversation", "POST", "/v1/conversations", "{\"toolId\":\"" + tool + "\"}")
        .id();
  }

  static JsonNode waiting(AnswerReader reader) {
    reader.until(event -> event.kind().equals("action"));
    JsonNode waits = reader.last().data();
    assertThat(waits.path("state").asString()).isEqualTo("waiting");
    return waits;
  }

  static Client.Answer decide(
      Client person, UUID conversation, UUID answer, JsonNode waits, String hash, boolean allow) {
    String path = "/v1/conversations/%s/messages/%s/actions/%s";
    return person.call(
        "decideAction",
        "POST",
        path.formatted(conversation, answer, waits.path("id").asString()),
        "{\"hash\":\"%s\",\"allow\":%s}".formatted(hash, allow));
  }

  static List<String> states(AnswerReader reader) {
    return reader.events().stream()
        .filter(event -> event.kind().equals("action"))
        .map(event -> event.data().path("state").asString())
        .toList();
  }

  static String audited(UUID answer) {
    return Platform.superuser()
        .sql(
            "SELECT string_agg(concat_ws(' ', outcome, reason, confirmed), ',' ORDER BY id)"
                + " FROM toolbox.action_calls WHERE answer_id = ?")
        .param(answer)
        .query(String.class)
        .single();
  }
}
