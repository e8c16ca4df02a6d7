package app.madang.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of a conversation with a model. */
public sealed interface ModelMessage {

  /** What the operator asks of the model. */
  record SystemText(String text) implements ModelMessage {}

  /** What a person says or shows. */
  record FromPerson(List<Part> parts) implements ModelMessage {

    /** Copies the list. */
    public FromPerson {
      parts = List.copyOf(parts);
    }

    /** Only words. */
    public static FromPerson of(String text) {
      return new FromPerson(List.of(new Text(text)));
    }
  }

  /**
   * What a model said.
   *
   * @param text null when it only called tools
   */
  record FromModel(@Nullable String text, List<ToolCall> calls) implements ModelMessage {

    /** Copies the list. */
    public FromModel {
      calls = List.copyOf(calls);
    }

    /** Only words. */
    public static FromModel of(String text) {
      return new FromModel(text, List.of());
    }
  }

  /** What a tool answered to a call. */
  record ToolResult(String callId, String toolName, String text) implements ModelMessage {}

  /**
   * A model asks for a tool.
   *
   * @param arguments a JSON object, as the model wrote it
   */
  record ToolCall(String id, String name, String arguments) {}

  /** A piece of what a person says. */
  sealed interface Part {}

  /** Words. */
  record Text(String text) implements Part {}

  /**
   * A picture, carried along: no address is ever fetched.
   *
   * @param mediaType as in {@code image/png}
   * @param base64 its bytes
   */
  record Image(String mediaType, String base64) implements Part {}
}
