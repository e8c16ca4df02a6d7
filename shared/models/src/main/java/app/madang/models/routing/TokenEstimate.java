package app.madang.models.routing;

import app.madang.models.ModelMessage;
import app.madang.models.ModelMessage.FromModel;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelMessage.Image;
import app.madang.models.ModelMessage.Part;
import app.madang.models.ModelMessage.SystemText;
import app.madang.models.ModelMessage.Text;
import app.madang.models.ModelMessage.ToolCall;
import app.madang.models.ModelMessage.ToolResult;
import app.madang.models.ModelRequest;

/**
 * Tokens before a vendor counts them. Every vendor cuts text otherwise, so there are two numbers:
 * what is likely (a token per 4 Latin letters, 1.2 per Hangul syllable, 2 per other letter) and
 * what is never exceeded (a token per UTF-8 byte, for byte-pair encodings have no shorter one).
 */
public final class TokenEstimate {

  private static final int PER_MESSAGE = 8;

  /** The vendors' largest for one picture. */
  private static final int PER_IMAGE_MOST = 6_000;

  private static final int PER_IMAGE = 1_500;

  private TokenEstimate() {}

  /** Likely tokens of a text. */
  public static long likely(String text) {
    long tenths = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        tenths += c == ' ' ? 1 : 3;
      } else if (c >= 0xAC00 && c <= 0xD7A3) {
        tenths += 12;
      } else {
        tenths += 20;
      }
    }
    return (tenths + 9) / 10;
  }

  /** Never less than the tokens of a text. */
  public static long most(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes += 1;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        bytes += 2;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }

  /** Likely tokens of a call. */
  public static long likely(ModelRequest request) {
    return count(request, false);
  }

  /** Never less than the tokens of a call. */
  public static long most(ModelRequest request) {
    return count(request, true);
  }

  private static long count(ModelRequest request, boolean most) {
    long sum = 0;
    for (ModelMessage message : request.messages()) {
      sum += PER_MESSAGE + of(message, most);
    }
    for (ModelRequest.Tool tool : request.tools()) {
      String description = tool.description();
      sum +=
          PER_MESSAGE
              + text(tool.name(), most)
              + (description == null ? 0 : text(description, most))
              + text(tool.parameters(), most);
    }
    String schema = request.format().schema();
    return schema == null ? sum : sum + text(schema, most);
  }

  private static long of(ModelMessage message, boolean most) {
    return switch (message) {
      case SystemText(String text) -> text(text, most);
      case ToolResult(String id, String name, String text) -> text(name, most) + text(text, most);
      case FromModel said -> {
        String words = said.text();
        long sum = words == null ? 0 : text(words, most);
        for (ToolCall call : said.calls()) {
          sum += PER_MESSAGE + text(call.name(), most) + text(call.arguments(), most);
        }
        yield sum;
      }
      case FromPerson person -> {
        long sum = 0;
        for (Part part : person.parts()) {
          sum +=
              switch (part) {
                case Text(String text) -> text(text, most);
                case Image image -> most ? PER_IMAGE_MOST : PER_IMAGE;
              };
        }
        yield sum;
      }
    };
  }

  private static long text(String text, boolean most) {
    return most ? most(text) : likely(text);
  }
}
