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

/** What Envoy itself answers is a problem of the contract, in the caller's language. */
final class GatewayProblems {

  private static final List<ProblemCode> CODES =
      List.of(
          ProblemCode.UNAUTHENTICATED,
          ProblemCode.NOT_FOUND,
          ProblemCode.METHOD_NOT_ALLOWED,
          ProblemCode.UNAVAILABLE);

  private GatewayProblems() {}

  static Map<String, Object> localReplies() {
    List<Map<String, Object>> mappers = new ArrayList<>();
    for (String language : List.of("en", "ko")) {
      Properties words = words(language);
      CODES.forEach(code -> mappers.add(mapper(code, code.status(), language, words)));
      mappers.add(mapper(ProblemCode.UNAVAILABLE, 504, language, words));
    }
    return Map.of("mappers", mappers);
  }

  private static Map<String, Object> mapper(
      ProblemCode code, int status, String language, Properties words) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", code.type());
    problem.put("code", code.code());
    problem.put("status", "%RESPONSE_CODE%");
    problem.put("title", words.getProperty(code.code() + ".title", code.code()));
    problem.put("detail", words.getProperty(code.code() + ".detail", code.code()));
    problem.put("traceId", "%STREAM_ID%");
    return Map.of(
        "filter", filter(status, language),
        "body_format_override",
            Map.of("json_format", problem, "content_type", "application/problem+json"),
        "headers_to_add",
            List.of(Map.of("header", Map.of("key", "cache-control", "value", "no-store"))));
  }

  /** English only where it is asked for first; Korean otherwise. */
  private static Map<String, Object> filter(int status, String language) {
    Map<String, Object> ofStatus =
        Map.of(
            "status_code_filter",
            Map.of(
                "comparison",
                Map.of(
                    "op", "EQ", "value", Map.of("default_value", status, "runtime_key", "none"))));
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
