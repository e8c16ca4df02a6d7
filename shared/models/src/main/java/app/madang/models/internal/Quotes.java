package app.madang.models.internal;

import app.madang.models.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Chooses the sentences of the sources that say most about a question. */
final class Quotes {

  private static final int MOST = 4;
  private static final int MOST_OF_A_SOURCE = 2;

  /** Less of the question's words than this is chance. */
  private static final double FLOOR = 0.2;

  private static final double SHARE_OF_BEST = 0.45;

  /** The search ranked the sources too: each place down costs this much. */
  private static final double RANK_COST = 0.04;

  /** A heading holds the question's words but answers nothing. */
  private static final Pattern HEADING = Pattern.compile(".{1,40}(?<![.!?。…다요])");

  private static final double HEADING_SHARE = 0.4;

  private Quotes() {}

  /** A sentence and whose it is. */
  record Quote(Source source, int place, String sentence, double score) {}

  /** The best sentences; those of one source follow each other. */
  static List<Quote> choose(String question, List<Source> sources) {
    List<Quote> scored = score(question, sources);
    double best = scored.isEmpty() ? 0 : scored.getFirst().score();
    if (best < FLOOR) {
      return List.of();
    }
    Map<Integer, Integer> taken = new HashMap<>();
    Set<String> said = new HashSet<>();
    List<Quote> chosen = new ArrayList<>();
    for (Quote quote : scored) {
      if (chosen.size() == MOST || quote.score() < Math.max(FLOOR, best * SHARE_OF_BEST)) {
        break;
      }
      int number = quote.source().number();
      if (taken.getOrDefault(number, 0) < MOST_OF_A_SOURCE && said.add(quote.sentence())) {
        taken.merge(number, 1, Integer::sum);
        chosen.add(quote);
      }
    }
    List<Integer> order = chosen.stream().map(quote -> quote.source().number()).distinct().toList();
    chosen.sort(
        Comparator.comparingInt((Quote quote) -> order.indexOf(quote.source().number()))
            .thenComparingInt(Quote::place));
    return chosen;
  }

  private static List<Quote> score(String question, List<Source> sources) {
    List<Quote> quotes = new ArrayList<>();
    for (Source source : sources) {
      for (Sentences.Span span : Sentences.of(source.text())) {
        quotes.add(new Quote(source, span.start(), span.in(source.text()), 0));
      }
    }
    Weights weights = Weights.of(Words.of(question), quotes.stream().map(Quote::sentence).toList());
    return quotes.stream()
        .map(
            quote -> {
              double rank = Math.max(0.5, 1 - RANK_COST * sources.indexOf(quote.source()));
              double whole = HEADING.matcher(quote.sentence()).matches() ? HEADING_SHARE : 1;
              double score = weights.of(quote.sentence()) * rank * whole;
              return new Quote(quote.source(), quote.place(), quote.sentence(), score);
            })
        .sorted(Comparator.comparingDouble(Quote::score).reversed())
        .toList();
  }
}
