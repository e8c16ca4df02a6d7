package app.madang.models;

import app.madang.models.internal.Sentences;
import app.madang.models.internal.Weights;
import app.madang.models.internal.Words;
import java.util.List;

/** The sentences of a passage that something rests on, word for word. */
public final class Quotation {

  /** A neighbour that says nearly as much belongs to the quotation. */
  private static final double NEIGHBOUR_SHARE = 0.6;

  private Quotation() {}

  /** The one or two neighbouring sentences that share most with a text; the first when none do. */
  public static String of(String passage, String about) {
    List<Sentences.Span> spans = Sentences.of(passage);
    if (spans.isEmpty()) {
      return passage.strip();
    }
    List<String> texts = spans.stream().map(span -> span.in(passage)).toList();
    Weights weights = Weights.of(Words.of(about), texts);
    int best = 0;
    for (int i = 1; i < texts.size(); i++) {
      if (weights.of(texts.get(i)) > weights.of(texts.get(best))) {
        best = i;
      }
    }
    int next = best + 1;
    double enough = weights.of(texts.get(best)) * NEIGHBOUR_SHARE;
    boolean both = enough > 0 && next < texts.size() && weights.of(texts.get(next)) >= enough;
    return passage.substring(spans.get(best).start(), spans.get(both ? next : best).end());
  }
}
