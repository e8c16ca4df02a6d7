package app.madang.models.routing;

import app.madang.models.Completion;
import app.madang.models.ModelClient;
import app.madang.models.ModelRequest;
import app.madang.models.ModelSink;
import app.madang.models.Patience;

/** What the reader has of the answer so far; nothing of it is ever taken back. */
final class Told {

  private final StringBuilder text = new StringBuilder();
  private boolean tools;

  boolean begun() {
    return !text.isEmpty() || tools;
  }

  boolean usedTools() {
    return tools;
  }

  String text() {
    return text.toString();
  }

  int length() {
    return text.length();
  }

  String from(int start) {
    return text.substring(start);
  }

  /** One model's part: whatever it repeats of the others' is taken off. */
  Completion listen(
      ModelClient client, ModelRequest asked, Patience patience, RouterSink sink, Stopwatch watch) {
    OverlapTrim trim = begun() ? new OverlapTrim(text()) : null;
    ModelSink part =
        new ModelSink() {
          @Override
          public void text(String delta) {
            watch.piece();
            tell(trim == null ? delta : trim.push(delta), sink);
          }

          @Override
          public void toolCall(int index, String id, String name, String argumentsDelta) {
            watch.piece();
            tools = true;
            sink.toolCall(index, id, name, argumentsDelta);
          }

          @Override
          public boolean cancelled() {
            return sink.cancelled();
          }
        };
    try {
      return client.stream(asked, part, patience);
    } finally {
      if (trim != null) {
        tell(trim.finish(), sink);
      }
    }
  }

  private void tell(String delta, RouterSink sink) {
    if (!delta.isEmpty()) {
      text.append(delta);
      sink.text(delta);
    }
  }
}
