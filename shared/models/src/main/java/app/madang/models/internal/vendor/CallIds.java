package app.madang.models.internal.vendor;

import app.madang.models.CallId;
import app.madang.models.ModelMessage.ToolCall;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids of one answer's tool calls: each has one, also where the vendor gives none. */
final class CallIds {

  private final Map<Integer, String> ids = new HashMap<>();

  /** The id of a call; the first answer stays. */
  String of(int index, @Nullable String vendors, @Nullable String signature) {
    return ids.computeIfAbsent(
        index,
        i ->
            new CallId(
                    vendors == null || vendors.isBlank() ? CallId.generate() : vendors,
                    index == 0 ? signature : null)
                .given());
  }

  /** The calls of a whole answer. */
  List<ToolCall> of(List<ToolExecutionRequest> asked, @Nullable String signature) {
    List<ToolCall> calls = new ArrayList<>();
    for (ToolExecutionRequest call : asked) {
      calls.add(
          new ToolCall(of(calls.size(), call.id(), signature), call.name(), call.arguments()));
    }
    return calls;
  }
}
