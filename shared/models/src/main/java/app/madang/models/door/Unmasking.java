package app.madang.models.door;

import app.madang.models.masking.Placeholders;
import app.madang.models.masking.Unmasker;
import app.madang.models.routing.RouterSink;
import java.util.Map;
import java.util.TreeMap;

/** Gives the reader the values back, also when a placeholder comes in pieces. */
final class Unmasking implements RouterSink {

  private final DoorSink reader;
  private final Placeholders placeholders;
  private final Unmasker unmasker;
  private final Map<Integer, Held> calls = new TreeMap<>();

  private record Held(String id, String name, StringBuilder arguments) {}

  Unmasking(DoorSink reader, Placeholders placeholders) {
    this.reader = reader;
    this.placeholders = placeholders;
    this.unmasker = new Unmasker(placeholders);
  }

  @Override
  public void text(String delta) {
    pass(unmasker.push(delta));
  }

  /** What was held back; called when no more comes, however it ended. */
  void finish() {
    pass(unmasker.finish());
    calls.forEach(
        (index, call) ->
            reader.toolCall(
                index,
                call.id(),
                call.name(),
                Unmasker.restoreStrings(call.arguments().toString(), placeholders)));
    calls.clear();
  }

  private void pass(String text) {
    if (!text.isEmpty()) {
      reader.text(text);
    }
  }

  /** Values must come back as JSON, which needs the whole call. */
  @Override
  public void toolCall(int index, String id, String name, String argumentsDelta) {
    if (placeholders.isEmpty()) {
      reader.toolCall(index, id, name, argumentsDelta);
    } else {
      calls
          .computeIfAbsent(index, i -> new Held(id, name, new StringBuilder()))
          .arguments()
          .append(argumentsDelta);
    }
  }

  @Override
  public void switched(String from, String to, boolean midway) {
    reader.switched(from, to, midway);
  }

  @Override
  public boolean cancelled() {
    return reader.cancelled();
  }
}
