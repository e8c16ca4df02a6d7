package app.madang.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * What a Korean or English text is about: its nouns and roots, compounds taken apart, and its
 * English words by their stems, without numbers and what every question holds. Threads share one.
 */
public final class ContentWords {

  private static final Set<POS.Tag> KEPT =
      EnumSet.of(POS.Tag.NNG, POS.Tag.NNP, POS.Tag.XR, POS.Tag.SL, POS.Tag.SH, POS.Tag.UNKNOWN);

  private static final CharArraySet EVERYWHERE =
      new CharArraySet(
          List.of(
              ("a about am an and are as at be by can could do does for from had has have how i if in is"
                      + " it its many may me much must my need not of on or our please shall should so"
                      + " tell that the their them there they this to was we were what when where which"
                      + " who why will with would you your"
                      + " 방법 경우 내용 관련 질문 설명 부탁 얼마 정도 사용 이용 때")
                  .split(" ")),
          false);

  private final Analyzer analyzer = new Cutting();

  private static final class Cutting extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      KoreanTokenizer tokenizer =
          new KoreanTokenizer(
              TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, DecompoundMode.DISCARD, false);
      return new TokenStreamComponents(
          tokenizer,
          new PorterStemFilter(new StopFilter(new LowerCaseFilter(tokenizer), EVERYWHERE)));
    }
  }

  /** A text's words, each once, in their order. */
  public Set<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    try (TokenStream stream =
        analyzer.tokenStream("text", Normalizer.normalize(text, Normalizer.Form.NFC))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PartOfSpeechAttribute part = stream.addAttribute(PartOfSpeechAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (KEPT.contains(part.getLeftPOS())) {
          words.add(term.toString());
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
