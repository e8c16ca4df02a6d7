package app.madang.functions.local;

import app.madang.contracts.ProblemCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * What Envoy itself answers is a problem of the contract, in the caller's language; in Korean when
 * the request cannot even be read so far.
 */
final class GatewayProblems {

  private static final Set<ProblemCode> UNREAD =
      Set.of(ProblemCode.MALFORMED_REQUEST, ProblemCode.HEADERS_TOO_LARGE);
  private static final int UNAUTHENTICATED = ProblemCode.UNAUTHENTICATED.status();
  private static final String EXACTLY = "EQ";
  private static final String FROM = "GE";

  private GatewayProblems() {}

  static Map<String, Object> localReplies() {
    List<Map<String, Object>> mappers = new ArrayList<>();
    for (String language : List.of("en", "ko")) {
      Properties words = words(language);
      for (ProblemCode code :
          List.of(
              ProblemCode.UNAUTHENTICATED,
              ProblemCode.NOT_FOUND,
              ProblemCode.METHOD_NOT_ALLOWED,
              ProblemCode.REQUEST_TIMEOUT,
              ProblemCode.TOO_LARGE,
              ProblemCode.UNSUPPORTED_MEDIA_TYPE,
              ProblemCode.RATE_LIMITED,
              ProblemCode.HEADERS_TOO_LARGE)) {
        mappers.add(mapper(code, filter(EXACTLY, code.status(), language), words));
      }
      // a token for somebody else proves nothing here, as functions say too
      Map<String, Object> stranger = filter(EXACTLY, 403, language);
      mappers.add(
          with(
              mapper(ProblemCode.UNAUTHENTICATED, stranger, words),
              "status_code",
              UNAUTHENTICATED));
      // whatever else it may make: its own fault or the function's, or the caller's
      mappers.add(mapper(ProblemCode.UNAVAILABLE, filter(FROM, 500, language), words));
      mappers.add(mapper(ProblemCode.MALFORMED_REQUEST, filter(FROM, 400, language), words));
    }
    return Map.of("mappers", mappers);
  }

  private static Map<String, Object> mapper(
      ProblemCode code, Map<String, Object> filter, Properties words) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", code.type());
    problem.put("code", code.code());
    problem.put("status", "%RESPONSE_CODE%");
    problem.put("title", words.getProperty(code.code() + ".title", code.code()));
    problem.put("detail", words.getProperty(code.code() + ".detail", code.code()));
    // what could not be read has no request id yet
    problem.put("traceId", UNREAD.contains(code) ? "%UNIQUE_ID%" : "%STREAM_ID%");
    return Map.of(
        "filter", filter,
        "body_format_override",
            Map.of("json_format", problem, "content_type", "application/problem+json"),
        "headers_to_add",
            List.of(Map.of("header", Map.of("key", "cache-control", "value", "no-store"))));
  }

  /** English only where it is asked for first; Korean otherwise. */
  private static Map<String, Object> filter(String comparison, int status, String language) {
    Map<String, Object> ofStatus =
        Map.of(
            "status_code_filter",
            Map.of(
                "comparison",
                Map.of(
                    "op",
                    comparison,
                    "value",
                    Map.of("default_value", status, "runtime_key", "none"))));
    if (!language.equals("en")) {
      return ofStatus;
    }
    Map<String, Object> english =
        Map.of(
            "header_filter",
            Map.of(
                "header",
                Map.of("name", "accept-language", "string_match", Map.of("prefix", "en"))));
    return Map.of("and_filter", Map.of("filters", List.of(ofStatus, english)));
  }

  private static Map<String, Object> with(Map<String, Object> mapper, String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(mapper);
    more.put(key, value);
    return more;
  }

  private static Properties words(String language) {
    Properties words = new Properties();
    String resource = "/madang/problems_" + language + ".properties";
    try (var in = Objects.requireNonNull(ProblemCode.class.getResourceAsStream(resource))) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
