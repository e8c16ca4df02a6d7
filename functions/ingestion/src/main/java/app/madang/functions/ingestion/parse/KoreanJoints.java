package app.madang.functions.ingestion.parse;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS.Tag;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the words themselves whether two pieces of Korean are one word: what the dictionary
 * reads across the seam, and particles, endings and suffixes after it, are.
 */
final class KoreanJoints {

  private static final int LONGEST = 20;

  private static final Set<Tag> PARTICLES =
      Set.of(
          Tag.JKS, Tag.JKC, Tag.JKG, Tag.JKO, Tag.JKB, Tag.JKV, Tag.JKQ, Tag.JX, Tag.JC, Tag.EP,
          Tag.EF, Tag.EC, Tag.ETN, Tag.ETM, Tag.VCP);
  private static final Set<Tag> NEVER_FIRST =
      Set.of(Tag.XSN, Tag.XSV, Tag.XSA, Tag.SF, Tag.SP, Tag.SSC);
  private static final Set<Tag> NEVER_LAST = Set.of(Tag.XPN, Tag.SSO, Tag.VV, Tag.VA, Tag.XR);
  private static final Set<Tag> NOUNS = Set.of(Tag.NNG, Tag.NNP, Tag.XSN, Tag.UNKNOWN, Tag.UNA);
  private static final Set<Tag> NUMBERS = Set.of(Tag.SN, Tag.NR);

  /** Nouns of one syllable that stand alone; others make a word with the noun before them. */
  private static final Set<String> ALONE = Set.of("후", "전", "때", "안", "밖", "곳", "위", "앞", "뒤");

  private final List<PdfLine> lines;
  private @Nullable KoreanVocabulary vocabulary;
  private @Nullable KoreanTokenizer tokenizer;

  KoreanJoints(List<PdfLine> lines) {
    this.lines = lines;
  }

  /** Words of one syllable before a noun, which together with it may look like somebody's name. */
  private static final Set<String> BEFORE_NOUNS =
      Set.of("이", "그", "저", "각", "본", "및", "매", "총", "현");

  private record Token(int start, int end, Tag first, Tag last) {}

  /** Whether a blank stood between the end of one text and the start of the other. */
  boolean areApart(CharSequence above, String below) {
    int from = wordBefore(above, wordBefore(above, above.length()) - 1);
    String context = above.subSequence(Math.max(0, from), above.length()).toString();
    String after = below.substring(0, Math.min(below.length(), LONGEST));
    int seam = context.length();
    List<Token> tokens = tokens(context + after);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String start = context.substring(context.lastIndexOf(' ') + 1);
      if (token.start() < seam && token.end() > seam) {
        return token.first() == Tag.NNP && BEFORE_NOUNS.contains(start);
      }
      if (token.start() >= seam) {
        Tag left = i == 0 ? Tag.UNKNOWN : tokens.get(i - 1).last();
        if (isParticle(tokens, i) && !NUMBERS.contains(left)) {
          return !isWholeWord(tokens, i);
        }
        String first = after.substring(0, Math.min(after.length(), token.end() - seam));
        return areApart(left, token.first(), start, first);
      }
    }
    return true;
  }

  private boolean areApart(Tag left, Tag right, String start, String first) {
    // what follows a number is nearly always its unit
    if (NEVER_FIRST.contains(right) || NEVER_LAST.contains(left) || NUMBERS.contains(left)) {
      return false;
    }
    if (NOUNS.contains(left) && NOUNS.contains(right)) {
      return first.length() == 1 ? ALONE.contains(first) : !vocabulary().isOne(start, first);
    }
    return true;
  }

  private static boolean isParticle(List<Token> tokens, int i) {
    return PARTICLES.contains(tokens.get(i).first());
  }

  /** Particles end a word; where a noun follows at once, the reading was wrong. */
  private static boolean isWholeWord(List<Token> tokens, int first) {
    int next = first + 1;
    while (next < tokens.size()
        && tokens.get(next).start() == tokens.get(next - 1).end()
        && isParticle(tokens, next)) {
      next++;
    }
    return next == tokens.size()
        || tokens.get(next).start() > tokens.get(next - 1).end()
        || !NOUNS.contains(tokens.get(next).first());
  }

  private List<Token> tokens(String text) {
    KoreanTokenizer reader = tokenizer();
    reader.setReader(new StringReader(text));
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = reader) {
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      PartOfSpeechAttribute speech = stream.getAttribute(PartOfSpeechAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (!text.substring(offset.startOffset(), offset.endOffset()).isBlank()) {
          tokens.add(
              new Token(
                  offset.startOffset(),
                  offset.endOffset(),
                  speech.getLeftPOS(),
                  speech.getRightPOS()));
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  /** Where the word starts that ends at a place. */
  private static int wordBefore(CharSequence text, int end) {
    int at = end;
    while (at > 0 && text.charAt(at - 1) != ' ' && end - at < LONGEST) {
      at--;
    }
    return at;
  }

  private KoreanVocabulary vocabulary() {
    if (vocabulary == null) {
      vocabulary = new KoreanVocabulary(lines);
    }
    return vocabulary;
  }

  /** Its dictionary takes a while, and few files need it. */
  private KoreanTokenizer tokenizer() {
    if (tokenizer == null) {
      tokenizer =
          new KoreanTokenizer(
              TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, DecompoundMode.NONE, false, false);
    }
    return tokenizer;
  }
}
