package app.madang.testing.vendors;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a vendor behaves for one call.
 *
 * @param status other than 200 for an answer that is an error
 * @param headers of the answer
 * @param pieces the text as it is streamed
 * @param tools those that are asked for instead
 * @param beforeFirst silence before the first piece
 * @param between silence between two
 * @param ending how it ends
 * @param after how many pieces come before that, unless it is whole
 */
public record Script(
    int status,
    Map<String, String> headers,
    List<String> pieces,
    List<Tool> tools,
    Duration beforeFirst,
    Duration between,
    Ending ending,
    int after) {

  /** Tokens that the stand-in says it read. */
  public static final int INPUT_TOKENS = 11;

  /** Those of them that were cached. */
  public static final int CACHED_TOKENS = 4;

  /** Others of them that were put into the cache, where a vendor counts that. */
  public static final int WRITTEN_TOKENS = 3;

  /** A call of a tool. */
  public record Tool(String id, String name, String arguments) {}

  /** How an answer ends. */
  public enum Ending {
    /** As it should. */
    WHOLE,
    /** At the limit of output tokens. */
    LENGTH,
    /** The connection breaks. */
    CUT,
    /** Nothing more comes and the connection stays. */
    HANG,
    /** A piece is no JSON. */
    GARBLED,
    /** An error comes as an event. */
    ERROR_EVENT,
    /** The vendor's filter steps in. */
    REFUSED
  }

  /** An answer as it should be. */
  public static Script says(String... pieces) {
    return new Script(
        200, Map.of(), List.of(pieces), List.of(), Duration.ZERO, Duration.ZERO, Ending.WHOLE, 0);
  }

  /** A tool is asked for. */
  public static Script calls(String name, String arguments) {
    return calls(new Tool("call_1", name, arguments));
  }

  /** Tools are asked for side by side. */
  public static Script calls(Tool... tools) {
    return new Script(
        200, Map.of(), List.of(), List.of(tools), Duration.ZERO, Duration.ZERO, Ending.WHOLE, 0);
  }

  /** An error in the vendor's own words. */
  public static Script fails(int status) {
    return new Script(
        status, Map.of(), List.of(), List.of(), Duration.ZERO, Duration.ZERO, Ending.WHOLE, 0);
  }

  /** The same with a header. */
  public Script header(String name, String value) {
    return new Script(
        status, Map.of(name, value), pieces, tools, beforeFirst, between, ending, after);
  }

  /** The same, ending otherwise after some pieces. */
  public Script ends(Ending how, int afterPieces) {
    return new Script(status, headers, pieces, tools, beforeFirst, between, how, afterPieces);
  }

  /** The same, slower. */
  public Script slow(Duration first, Duration then) {
    return new Script(status, headers, pieces, tools, first, then, ending, after);
  }

  /** All pieces together. */
  public String text() {
    return String.join("", pieces);
  }

  /** Tokens that the stand-in says it wrote: one a piece. */
  public int outputTokens() {
    return Math.max(1, pieces.size());
  }
}
