package app.madang.runtime;

import tools.jackson.databind.JsonNode;

/**
 * Numbers of JSON within the range of a double. JSON knows no bounds, and Jackson throws where one
 * that lies beyond them is converted.
 */
public final class FiniteNumber {

  private FiniteNumber() {}

  /** Whether a node is a number that a double can hold, maybe not exactly. */
  public static boolean is(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.numberValue().doubleValue());
  }
}
