package app.madang.knowledge;

import static app.madang.knowledge.DocumentStatus.CHUNKED;
import static app.madang.knowledge.DocumentStatus.DELETING;
import static app.madang.knowledge.DocumentStatus.FAILED;
import static app.madang.knowledge.DocumentStatus.PARSING;
import static app.madang.knowledge.DocumentStatus.READY;
import static app.madang.knowledge.DocumentStatus.UPLOADING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentStatusTest {

  @Test
  void theWayToAnswersIsStraight() {
    assertThat(UPLOADING.canBecome(PARSING)).isTrue();
    assertThat(PARSING.canBecome(CHUNKED)).isTrue();
    assertThat(CHUNKED.canBecome(READY)).isTrue();
    assertThat(UPLOADING.canBecome(CHUNKED)).isFalse();
    assertThat(PARSING.canBecome(READY)).isFalse();
    assertThat(READY.canBecome(PARSING)).isFalse();
  }

  @Test
  void onlyAFailedDocumentIsReadAgain() {
    assertThat(FAILED.canBecome(PARSING)).isTrue();
    assertThat(CHUNKED.canBecome(PARSING)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void everythingCanBeDeletedOnceAndStaysSo(DocumentStatus status) {
    assertThat(status.canBecome(DELETING)).isEqualTo(status != DELETING);
    assertThat(DELETING.canBecome(status)).isFalse();
    assertThat(status.canBecome(status)).isFalse();
  }
}
