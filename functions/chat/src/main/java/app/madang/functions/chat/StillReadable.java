package app.madang.functions.chat;

import app.madang.knowledge.Passages;
import app.madang.runtime.ServerEvent;
import app.madang.runtime.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer's events as its reader may see them when they are told again: passages that were
 * readable when they were found and are not any more come without their words.
 */
final class StillReadable implements EventSource {

  private final EventSource source;
  private final PersonScope reader;
  private final Rights rights;

  StillReadable(EventSource source, PersonScope reader, Rights rights) {
    this.source = source;
    this.reader = reader;
    this.rights = rights;
  }

  /** What is asked for the rights of now. */
  record Rights(Transactions transactions, Passages passages, JsonMapper json) {

    private ServerEvent shown(ServerEvent event) {
      JsonNode data = json.valueToTree(event.data());
      List<JsonNode> cited = data.findParents("passageId");
      if (cited.isEmpty()) {
        return event;
      }
      Set<UUID> ids = cited.stream().map(Rights::passage).collect(Collectors.toSet());
      Set<UUID> still = transactions.read(() -> passages.readable(ids));
      for (JsonNode each : cited) {
        if (!still.contains(passage(each)) && each instanceof ObjectNode citation) {
          citation.put("quote", "").put("available", false);
        }
      }
      return new ServerEvent(event.id(), event.event(), data);
    }

    private static UUID passage(JsonNode citation) {
      return UUID.fromString(citation.path("passageId").asString());
    }
  }

  @Override
  public List<ServerEvent> after(long number) throws InterruptedException {
    List<ServerEvent> shown = new ArrayList<>();
    for (ServerEvent event : source.after(number)) {
      if (AnswerEvent.cites(event.event())) {
        reader.run(() -> shown.add(rights.shown(event)));
      } else {
        shown.add(event);
      }
    }
    return shown;
  }

  @Override
  public void opened() {
    source.opened();
  }

  @Override
  public void closed() {
    source.closed();
  }
}
