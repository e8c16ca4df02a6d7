package app.madang.models.internal.vendor;

import app.madang.models.ModelFailure;
import app.madang.models.ModelFailure.Kind;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a vendor's error means. The words are looked at for known codes and then forgotten. */
final class VendorError {

  private VendorError() {}

  /** Throws when an event of a stream is an error; vendors send them after a good status. */
  static void refuse(@Nullable String event, String data) {
    boolean error =
        "error".equals(event)
            || data.startsWith("{\"error\"")
            || data.startsWith("{\"type\":\"error\"")
            || data.startsWith("{\"type\": \"error\"");
    if (error) {
      throw new ModelFailure(inStream(data), null);
    }
    refuseBlocked(data);
  }

  /** Gemini answers 200 and no candidate when its filter refuses the prompt. */
  static void refuseBlocked(String data) {
    if (data.contains("\"blockReason\"") && !data.contains("\"candidates\"")) {
      throw new ModelFailure(Kind.CONTENT_REFUSED, null);
    }
  }

  private static Kind inStream(String data) {
    String words = data.toLowerCase(Locale.ROOT);
    if (words.contains("rate_limit") || words.contains("resource_exhausted")) {
      return Kind.RATE_LIMITED;
    }
    return refused(words) ? Kind.CONTENT_REFUSED : Kind.UNAVAILABLE;
  }

  /** Whatever went wrong, as our failure. */
  static ModelFailure of(Throwable thrown, boolean spoke) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ModelFailure failure) {
        return failure;
      }
      if (cause instanceof WireFailure wire) {
        return new ModelFailure(kind(wire), wire.statusCode(), wire.retryAfter(), null);
      }
      if (cause instanceof IOException
          && !(cause instanceof com.fasterxml.jackson.core.JacksonException)) {
        return new ModelFailure(spoke ? Kind.CUT : Kind.UNAVAILABLE, cause);
      }
    }
    if (thrown instanceof dev.langchain4j.exception.UnsupportedFeatureException
        || thrown instanceof IllegalArgumentException) {
      return new ModelFailure(Kind.INVALID, thrown);
    }
    // a message may hold what the vendor said: only its type is kept
    return new ModelFailure(Kind.GARBLED, new IllegalStateException(thrown.getClass().getName()));
  }

  private static Kind kind(WireFailure wire) {
    String words = wire.body().toLowerCase(Locale.ROOT);
    return switch (wire.statusCode()) {
      case 401, 403 -> Kind.KEY_REFUSED;
      case 404 -> Kind.UNKNOWN_MODEL;
      case 413 -> Kind.TOO_LONG;
      case 429 -> Kind.RATE_LIMITED;
      case 400, 422 -> unacceptable(words);
      default ->
          wire.statusCode() >= 500 || wire.statusCode() == 408 ? Kind.UNAVAILABLE : Kind.INVALID;
    };
  }

  private static Kind unacceptable(String words) {
    if (words.contains("context_length")
        || words.contains("maximum context")
        || words.contains("prompt is too long")
        || words.contains("input token count")) {
      return Kind.TOO_LONG;
    }
    // Gemini says so with 400
    if (words.contains("api_key_invalid")) {
      return Kind.KEY_REFUSED;
    }
    return refused(words) ? Kind.CONTENT_REFUSED : Kind.INVALID;
  }

  private static boolean refused(String words) {
    return words.contains("content_filter") || words.contains("content_policy");
  }
}
