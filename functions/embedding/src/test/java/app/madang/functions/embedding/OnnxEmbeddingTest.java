package app.madang.functions.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingSpace;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxEmbeddingTest {

  private static final OnnxEmbedding MODEL = new OnnxEmbedding();

  @Test
  void whatMeansTheSameIsNear() {
    List<float[]> vectors =
        MODEL.embed(
            List.of(
                "How many days of vacation do I get?",
                "Employees receive fifteen days of annual leave.",
                "The quarterly revenue of the semiconductor division fell."));
    assertThat(vectors).allMatch(vector -> vector.length == EmbeddingSpace.LOCAL.dimensions());
    assertThat(cosine(vectors.get(0), vectors.get(1)))
        .isGreaterThan(cosine(vectors.get(0), vectors.get(2)) + 0.2);
  }

  @Test
  void theSameTextHasTheSameVectorWhereverItStands() {
    float[] alone = MODEL.embed(List.of("연차 휴가는 며칠입니까?")).getFirst();
    float[] among = MODEL.embed(List.of("Other text.", "연차 휴가는 며칠입니까?")).getLast();
    assertThat(among).containsExactly(alone);
  }

  @Test
  void aTextLongerThanTheModelReadsIsEmbeddedWhole() {
    String endless = "사내 규정에 따라 모든 직원은 교육을 이수해야 한다. ".repeat(200);
    assertThat(MODEL.embed(List.of(endless)).getFirst()).hasSize(EmbeddingSpace.LOCAL.dimensions());
  }

  @Test
  void aModelThatCannotBeLoadedIsNotHealthy() {
    OnnxEmbedding broken =
        OnnxEmbedding.of(
            () -> {
              throw new IOException("the file is broken");
            });
    assertThatThrownBy(() -> broken.embed(List.of("안녕")))
        .isInstanceOf(EmbeddingPort.EmbeddingUnavailableException.class);
    assertThat(broken.healthy()).isFalse();
    MODEL.embed(List.of("안녕"));
    assertThat(((OnnxEmbedding) MODEL).healthy()).isTrue();
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double lengthA = 0;
    double lengthB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      lengthA += a[i] * a[i];
      lengthB += b[i] * b[i];
    }
    return dot / Math.sqrt(lengthA * lengthB);
  }
}
