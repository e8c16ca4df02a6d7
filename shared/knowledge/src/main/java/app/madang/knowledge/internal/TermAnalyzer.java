package app.madang.knowledge.internal;

import app.madang.knowledge.WordAnalysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts Korean and English into terms: Lucene's nori with compounds taken apart and endings dropped,
 * Porter's stems for Latin words. Threads share one. What it makes of a text changes with {@link
 * WordAnalysis#VERSION} only.
 */
final class TermAnalyzer {

  private final int version;
  private final Analyzer analyzer;

  TermAnalyzer() {
    this(WordAnalysis.VERSION, words -> words);
  }

  /** Another version: its last step takes what this one gives. */
  TermAnalyzer(int version, UnaryOperator<TokenStream> last) {
    this.version = version;
    this.analyzer = new NoriAnalyzer(last);
  }

  private static final class NoriAnalyzer extends Analyzer {
    private final UnaryOperator<TokenStream> last;

    NoriAnalyzer(UnaryOperator<TokenStream> last) {
      this.last = last;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      KoreanTokenizer tokenizer =
          new KoreanTokenizer(
              TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, DecompoundMode.DISCARD, false);
      TokenStream words = new LowerCaseFilter(new KoreanPartOfSpeechStopFilter(tokenizer));
      return new TokenStreamComponents(tokenizer, last.apply(new PorterStemFilter(words)));
    }
  }

  /** The version of the analysis. */
  int version() {
    return version;
  }

  /** The analysis itself, to compare with. */
  Analyzer analyzer() {
    return analyzer;
  }

  Terms analyze(String text) {
    Map<Long, Integer> counts = new LinkedHashMap<>();
    int length = each(text, (id, term) -> counts.merge(id, 1, Integer::sum));
    return new Terms(length, counts);
  }

  /** The first so many different words of a question, in its order. */
  QueryTerms question(String text, int most) {
    Map<Long, Double> weights = new LinkedHashMap<>();
    Map<Long, String> texts = new LinkedHashMap<>();
    each(
        text,
        (id, term) -> {
          if (weights.size() < most || weights.containsKey(id)) {
            weights.merge(id, 1.0, Double::sum);
            texts.put(id, term);
          }
        });
    return new QueryTerms(weights, texts, Map.of());
  }

  private int each(String text, BiConsumer<Long, String> word) {
    int length = 0;
    MessageDigest digest = sha256();
    try (TokenStream stream =
        analyzer.tokenStream("text", Normalizer.normalize(text, Normalizer.Form.NFC))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        word.accept(id(digest, term.toString()), term.toString());
        length++;
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return length;
  }

  /** The first 64 bits of SHA-256: the same on every machine for as long as the index lives. */
  private static long id(MessageDigest digest, String term) {
    return ByteBuffer.wrap(digest.digest(term.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
