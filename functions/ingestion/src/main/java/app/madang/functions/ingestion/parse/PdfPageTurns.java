package app.madang.functions.ingestion.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence that goes over the foot of a page becomes whole, on the page where it starts. */
final class PdfPageTurns {

  private static final Pattern SENTENCE = Pattern.compile("[^.!?。]+[.!?。]+[\"'”’)\\]」』】]*(?= |$)");

  /** More than this is no rest of a sentence. */
  private static final int LONGEST = 300;

  private PdfPageTurns() {}

  static List<PdfParagraph> mend(List<PdfParagraph> paragraphs, PdfJoints joints) {
    List<PdfParagraph> mended = new ArrayList<>();
    for (PdfParagraph paragraph : paragraphs) {
      PdfParagraph before = mended.isEmpty() ? null : mended.getLast();
      if (before == null || !isTurn(before, paragraph)) {
        mended.add(paragraph);
        continue;
      }
      int rest = rest(paragraph.text());
      StringBuilder text = new StringBuilder(before.text());
      joints.join(text, before.last(), paragraph.first());
      text.setLength(text.length() - paragraph.first().text().length());
      text.append(paragraph.text(), 0, rest);
      mended.set(mended.size() - 1, before.ended(text.toString()));
      if (rest < paragraph.text().length()) {
        mended.add(paragraph.from(rest));
      }
    }
    return mended;
  }

  private static boolean isTurn(PdfParagraph before, PdfParagraph after) {
    PdfSeam seam = new PdfSeam(before.last(), after.first(), before.room());
    return after.page() == before.page() + 1
        && seam.isOneStyle()
        && seam.isFull()
        && !seam.isAfterEnd()
        && !seam.startsItem()
        && rest(after.text()) > 0;
  }

  /** How long the rest of the sentence is; 0 when there is none to be seen. */
  private static int rest(String text) {
    Matcher sentence = SENTENCE.matcher(text);
    int end = sentence.find() && sentence.start() == 0 ? sentence.end() : text.length();
    return end <= LONGEST ? end : 0;
  }
}
