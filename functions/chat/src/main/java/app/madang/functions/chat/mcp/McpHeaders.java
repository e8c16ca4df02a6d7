package app.madang.functions.chat.mcp;

import com.google.cloud.functions.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of itself in its headers; null when it does not.
 *
 * @param version the protocol's
 * @param method what is called
 * @param name which tool, decoded
 */
record McpHeaders(@Nullable String version, @Nullable String method, @Nullable String name) {

  private static final String ENCODED = "=?base64?";
  private static final String END = "?=";

  static McpHeaders of(HttpRequest request) {
    return new McpHeaders(
        request.getFirstHeader("MCP-Protocol-Version").orElse(null),
        request.getFirstHeader("Mcp-Method").orElse(null),
        request.getFirstHeader("Mcp-Name").map(McpHeaders::decoded).orElse(null));
  }

  /** Names outside of ASCII come as base64 (2026-07-28, "Value Encoding"). */
  private static String decoded(String value) {
    if (!value.startsWith(ENCODED) || !value.endsWith(END)) {
      return value;
    }
    try {
      String base64 = value.substring(ENCODED.length(), value.length() - END.length());
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      return "";
    }
  }
}
