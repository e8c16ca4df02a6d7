package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Heading;
import app.madang.functions.ingestion.parse.Block.Paragraph;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells headings from body by the size and weight of type, and drops what is printed on every page.
 */
final class PdfStructure {

  private static final double LARGER = 1.15;
  private static final int LONGEST_HEADING = 120;
  private static final int DEEPEST = 4;
  private static final int FEW_PAGES = 4;
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("\\W{0,3}\\d{1,4}(\\s*/\\s*\\d{1,4})?\\W{0,3}|[ivxl]{1,6}");

  private final List<PdfParagraph> paragraphs;
  private final PdfJoints joints;
  private final int pages;
  private final int body;
  private final boolean bodyBold;
  private final List<Integer> headingSizes;

  PdfStructure(List<PdfParagraph> paragraphs, PdfJoints joints, int pages) {
    this.paragraphs = paragraphs;
    this.joints = joints;
    this.pages = pages;
    this.body = bodySize();
    this.bodyBold = mostlyBold();
    this.headingSizes =
        paragraphs.stream()
            .filter(this::heading)
            .map(PdfParagraph::size)
            .filter(this::larger)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
  }

  void tell(BlockSink sink) {
    Set<String> furniture = furniture();
    List<PdfParagraph> told =
        paragraphs.stream()
            .filter(paragraph -> !furniture.contains(shape(paragraph)))
            .filter(paragraph -> !PAGE_NUMBER.matcher(paragraph.text()).matches())
            .toList();
    for (PdfParagraph paragraph : PdfPageTurns.mend(told, joints)) {
      Place place = Place.page(paragraph.page());
      if (heading(paragraph)) {
        int size = headingSizes.indexOf(paragraph.size());
        int level = Math.min(DEEPEST, (size < 0 ? headingSizes.size() : size) + 1);
        sink.accept(new Heading(level, paragraph.text(), place));
      } else {
        sink.accept(new Paragraph(paragraph.text(), place));
      }
    }
  }

  private boolean heading(PdfParagraph paragraph) {
    String text = paragraph.text();
    boolean fat = paragraph.bold() && !bodyBold && paragraph.isLine() && paragraph.size() >= body;
    return (larger(paragraph.size()) || fat)
        && text.length() <= LONGEST_HEADING
        && !text.endsWith(".")
        && text.codePoints().anyMatch(Character::isLetter);
  }

  private boolean larger(int size) {
    return size >= body * LARGER;
  }

  private boolean mostlyBold() {
    int bold = 0;
    int all = 0;
    for (PdfParagraph paragraph : paragraphs) {
      all += paragraph.text().length();
      bold += paragraph.bold() ? paragraph.text().length() : 0;
    }
    return bold * 2 > all;
  }

  private int bodySize() {
    Map<Integer, Integer> characters =
        paragraphs.stream()
            .collect(Collectors.toMap(PdfParagraph::size, p -> p.text().length(), Integer::sum));
    return characters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /** Running heads and feet: first or last on most pages, the same but for their numbers. */
  private Set<String> furniture() {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      boolean first = i == 0 || paragraphs.get(i - 1).page() != paragraphs.get(i).page();
      boolean last =
          i == paragraphs.size() - 1 || paragraphs.get(i + 1).page() != paragraphs.get(i).page();
      if (first || last) {
        seen.merge(shape(paragraphs.get(i)), 1, Integer::sum);
      }
    }
    Set<String> furniture = new HashSet<>();
    if (pages >= FEW_PAGES) {
      seen.forEach(
          (shape, times) -> {
            if (times > pages * 0.6 && shape.length() <= LONGEST_HEADING) {
              furniture.add(shape);
            }
          });
    }
    return furniture;
  }

  private static String shape(PdfParagraph paragraph) {
    return paragraph.text().replaceAll("\\d+", "#");
  }
}
