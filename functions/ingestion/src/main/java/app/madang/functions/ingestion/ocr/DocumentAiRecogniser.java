package app.madang.functions.ingestion.ocr;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Google's Document AI: an OCR processor of the company's own project, asked page by page. */
public final class DocumentAiRecogniser implements PageRecogniser {

  private static final Pattern PROCESSOR =
      Pattern.compile("projects/[\\w.:-]+/locations/([\\w-]+)/processors/\\w+");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TRIES = 3;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final Supplier<Optional<String>> token;
  private final Duration pause;
  private final JsonMapper json;

  DocumentAiRecogniser(
      URI address, Supplier<Optional<String>> token, Duration pause, JsonMapper json) {
    this.address = address;
    this.token = token;
    this.pause = pause;
    this.json = json;
  }

  /**
   * The processor of a name.
   *
   * @param processor {@code projects/P/locations/L/processors/ID}
   * @param token the function's own access token
   */
  public static PageRecogniser of(
      String processor, Supplier<Optional<String>> token, JsonMapper json) {
    Matcher parts = PROCESSOR.matcher(processor);
    if (!parts.matches()) {
      throw new IllegalStateException(
          "OCR_PROCESSOR must be projects/P/locations/L/processors/ID, not " + processor);
    }
    URI address =
        URI.create(
            "https://%s-documentai.googleapis.com/v1/%s:process"
                .formatted(parts.group(1), processor));
    return new DocumentAiRecogniser(address, token, Duration.ofSeconds(2), json);
  }

  @Override
  public String recognise(Path picture) throws IOException, InterruptedException {
    String body = body(Files.readAllBytes(picture));
    for (int attempt = 1; ; attempt++) {
      HttpResponse<byte[]> answer = http.send(request(body), BodyHandlers.ofByteArray());
      int status = answer.statusCode();
      if (status == 200) {
        return text(json.readTree(answer.body()).path("document"));
      }
      boolean busy = status == 429 || status >= 500;
      if (!busy || attempt == TRIES) {
        throw new IOException("Document AI answered " + status);
      }
      Thread.sleep(pause.multipliedBy(attempt));
    }
  }

  private HttpRequest request(String body) throws IOException {
    String access = token.get().orElseThrow(() -> new IOException("no token for Document AI"));
    return HttpRequest.newBuilder(address)
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + access)
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private String body(byte[] picture) {
    return json.writeValueAsString(
        Map.of(
            "skipHumanReview",
            true,
            "fieldMask",
            "text,pages.paragraphs",
            "rawDocument",
            Map.of("mimeType", "image/png", "content", Base64.getEncoder().encodeToString(picture)),
            "processOptions",
            Map.of("ocrConfig", Map.of("hints", Map.of("languageHints", List.of("ko", "en"))))));
  }

  /** Paragraphs point into the text by characters; without any the text is told as it is. */
  private static String text(JsonNode document) {
    String text = document.path("text").asString("");
    List<String> paragraphs = new ArrayList<>();
    for (JsonNode page : document.path("pages")) {
      for (JsonNode paragraph : page.path("paragraphs")) {
        StringBuilder words = new StringBuilder();
        for (JsonNode segment : paragraph.at("/layout/textAnchor/textSegments")) {
          // what is 0 is left out, and long numbers come as strings
          words.append(
              part(text, segment.path("startIndex").asInt(0), segment.path("endIndex").asInt(0)));
        }
        paragraphs.add(words.toString().strip());
      }
    }
    return paragraphs.isEmpty() ? text : String.join("\n\n", paragraphs);
  }

  private static String part(String text, int start, int end) {
    int length = text.codePointCount(0, text.length());
    int from = text.offsetByCodePoints(0, Math.clamp(start, 0, length));
    int to = text.offsetByCodePoints(0, Math.clamp(end, start, Math.max(start, length)));
    return text.substring(from, to);
  }
}
