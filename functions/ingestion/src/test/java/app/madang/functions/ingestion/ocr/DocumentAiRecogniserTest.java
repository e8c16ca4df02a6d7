package app.madang.functions.ingestion.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentAiRecogniserTest {

  @TempDir Path folder;
  private DocumentAiStandIn service;
  private Path picture;

  @BeforeEach
  void start() throws IOException {
    service = new DocumentAiStandIn();
    picture = Files.write(folder.resolve("1.png"), new byte[] {1, 2, 3});
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aPageIsSentOnTheWireFormatAndItsParagraphsComeApart() throws Exception {
    assertThat(recogniser(DocumentAiStandIn.TOKEN).recognise(picture))
        .isEqualTo("연차 규정\n\n연차는 15일이며 다음 해로 이\n월되지 않는다.");
    JsonNode sent = service.requests.getFirst();
    assertThat(sent.at("/rawDocument/mimeType").asString()).isEqualTo("image/png");
    assertThat(Base64.getDecoder().decode(sent.at("/rawDocument/content").asString()))
        .containsExactly(1, 2, 3);
    assertThat(sent.path("fieldMask").asString()).isEqualTo("text,pages.paragraphs");
    assertThat(sent.at("/processOptions/ocrConfig/hints/languageHints").valueStream())
        .extracting(JsonNode::asString)
        .containsExactly("ko", "en");
  }

  @Test
  void whoIsBusyIsAskedAgainButNotWithoutEnd() throws Exception {
    service.failures.addAll(List.of(429, 503));
    assertThat(recogniser(DocumentAiStandIn.TOKEN).recognise(picture)).contains("연차는 15일");
    service.failures.addAll(List.of(503, 503, 503));
    assertThatThrownBy(() -> recogniser(DocumentAiStandIn.TOKEN).recognise(picture))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("503");
  }

  @Test
  void whoIsNotLetInIsNotAskedAgain() {
    assertThatThrownBy(() -> recogniser("other").recognise(picture))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("401");
    assertThat(service.requests).hasSize(1);
  }

  @Test
  void aNameThatIsNoProcessorIsToldAtTheStart() {
    assertThatThrownBy(() -> DocumentAiRecogniser.of("abc", Optional::empty, JsonMapper.shared()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("OCR_PROCESSOR");
  }

  private PageRecogniser recogniser(String token) {
    return new DocumentAiRecogniser(
        service.address(), () -> Optional.of(token), Duration.ZERO, JsonMapper.shared());
  }
}
