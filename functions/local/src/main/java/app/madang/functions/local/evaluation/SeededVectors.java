package app.madang.functions.local.evaluation;

import app.madang.contracts.Clearance;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingSpace;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Vectors in clusters, as those of texts are, always the same; what they mean is not measured. */
final class SeededVectors implements EmbeddingPort {

  static final String MODEL = "seeded";
  static final int DIMENSIONS = 384;

  private static final int CLUSTERS = 300;

  private final Random random = new Random(11);
  private volatile float @Nullable [] forced;
  private final float[][] centres = new float[CLUSTERS][];

  SeededVectors() {
    for (int i = 0; i < CLUSTERS; i++) {
      centres[i] = noise(1);
    }
  }

  @Override
  public List<float[]> embed(
      EmbeddingSpace space, Purpose purpose, Clearance data, List<String> texts) {
    float @Nullable [] known = forced;
    return texts.stream().map(text -> known == null ? next() : known).toList();
  }

  /** Every question gets this one, until null. */
  void force(float @Nullable [] vector) {
    forced = vector;
  }

  synchronized float[] next() {
    float[] vector = noise(0.8f);
    float[] centre = centres[random.nextInt(CLUSTERS)];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] += centre[i];
    }
    return vector;
  }

  private float[] noise(float size) {
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) random.nextGaussian() * size;
    }
    return vector;
  }

  static String literal(float[] vector) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < vector.length; i++) {
      text.append(i == 0 ? "" : ",").append(vector[i]);
    }
    return text.append(']').toString();
  }
}
