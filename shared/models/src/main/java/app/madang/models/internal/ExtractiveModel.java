package app.madang.models.internal;

import app.madang.models.AnswerModel;
import app.madang.models.AnswerRequest;
import app.madang.models.AnswerSink;
import app.madang.runtime.Phrasebook;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quotes the sources and says that it only quotes; for platforms without a generative model. */
public final class ExtractiveModel implements AnswerModel {

  private static final Phrasebook PHRASES = new Phrasebook("madang.models.extractive");

  /** A few words at a time, as a reader takes them. */
  private static final Pattern PIECE = Pattern.compile("\\S.{0,15}\\S*\\s*", Pattern.DOTALL);

  @Override
  public String name() {
    return "extractive";
  }

  @Override
  public boolean generative() {
    return false;
  }

  @Override
  public void answer(AnswerRequest request, AnswerSink sink) {
    Locale language = language(request);
    List<Quotes.Quote> quotes = Quotes.choose(request.question(), request.sources());
    if (quotes.isEmpty()) {
      stream(PHRASES.in(language, "nothing"), sink);
      return;
    }
    stream(PHRASES.in(language, "quoting") + "\n\n", sink);
    for (Quotes.Quote quote : quotes) {
      stream(
          "- “%s” [%d]\n".formatted(PlainMarkdown.of(quote.sentence()), quote.source().number()),
          sink);
    }
  }

  private static void stream(String text, AnswerSink sink) {
    Matcher piece = PIECE.matcher(text);
    while (piece.find() && !sink.cancelled()) {
      sink.text(piece.group());
    }
  }

  /** The question's language by its letters; the caller's when it has none. */
  private static Locale language(AnswerRequest request) {
    String question = request.question();
    if (question
        .codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL)) {
      return Locale.KOREAN;
    }
    return question.codePoints().anyMatch(Character::isLetter) ? Locale.ENGLISH : request.locale();
  }
}
