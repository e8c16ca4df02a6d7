package app.madang.knowledge.internal;

import app.madang.knowledge.EmbeddingSpace;

/**
 * What is known of an embedding model, and how far it is trusted beside the words.
 *
 * @param korean whether it knows Korean
 * @param koreanWords the share of the words in a Korean question's score
 * @param englishWords the same for other questions
 * @param floor below this cosine, a passage that shares no word with the question is not about it
 */
record ModelTraits(boolean korean, double koreanWords, double englishWords, double floor) {

  /** Anything from 0.3 to 0.45 ranked English questions better than either side alone. */
  private static final ModelTraits MINILM = new ModelTraits(false, 1, 0.4, 0.3);

  /** E5's cosines all lie high; with more weight it hurt Korean. */
  private static final ModelTraits E5 = new ModelTraits(true, 0.7, 0.5, 0.8);

  /** A model that nobody measured here: words lead in Korean, where they are known to be good. */
  private static final ModelTraits OTHER = new ModelTraits(true, 0.7, 0.4, 0);

  static ModelTraits of(EmbeddingSpace space) {
    String model = space.model();
    if (model.startsWith("all-minilm")) {
      return MINILM;
    }
    return model.contains("e5-") ? E5 : OTHER;
  }

  boolean knows(Language language) {
    return korean || language == Language.EN;
  }

  double words(Language language) {
    return language == Language.KO ? koreanWords : englishWords;
  }
}
