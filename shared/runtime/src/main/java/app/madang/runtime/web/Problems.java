package app.madang.runtime.web;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Locales;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ProblemException.FieldError;
import app.madang.runtime.Trace;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Problems (RFC 9457) in the caller's language. */
public final class Problems {

  private static final Map<Locale, Properties> MESSAGES =
      Map.of(Locale.KOREAN, load("ko"), Locale.ENGLISH, load("en"));

  private Problems() {}

  /** The problem as clients see it. */
  public record Problem(
      String type,
      String code,
      int status,
      String title,
      String detail,
      String traceId,
      @Nullable List<FieldError> errors) {}

  /** Makes the problem of an exception; what is not a {@link ProblemException} is internal. */
  public static Problem of(Throwable error) {
    if (error instanceof ProblemException problem) {
      return of(problem.code(), problem.errors());
    }
    return of(ProblemCode.INTERNAL, List.of());
  }

  private static Problem of(ProblemCode code, List<FieldError> errors) {
    Properties messages = MESSAGES.getOrDefault(Locales.current(), new Properties());
    return new Problem(
        code.type(),
        code.code(),
        code.status(),
        messages.getProperty(code.code() + ".title", code.code()),
        messages.getProperty(code.code() + ".detail", code.code()),
        Trace.current().traceId(),
        errors.isEmpty() ? null : errors);
  }

  private static Properties load(String language) {
    Properties messages = new Properties();
    String resource = "/madang/problems_" + language + ".properties";
    try (var in = ProblemCode.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return messages;
  }
}
