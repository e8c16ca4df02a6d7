package app.madang.knowledge;

/** How texts are cut into the words that searches compare. */
public final class WordAnalysis {

  /**
   * The version of the analysis in this code. Whoever changes what it makes of a text adds one here
   * and keeps the earlier analysis for questions until every index has moved: the sweep has each
   * document's words made anew, older ones serve until then.
   */
  public static final int VERSION = 1;

  private WordAnalysis() {}
}
