import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pages of sentences that nobody wrote, the same for every run. */
final class BenchText {

  static final int LINES = 36;

  private static final List<String> KOREAN =
      List.of(
          "회사는", "직원에게", "연차유급휴가를", "해마다", "제공하고", "그", "결과를", "인사팀장은", "규정에", "따라",
          "기록하며", "필요한", "경우", "교육을", "실시할", "수", "있다.", "안전보건관리책임자는", "점검표를", "작성한다.");
  private static final List<String> ENGLISH =
      List.of(
          "the", "company", "provides", "annual", "leave", "to", "every", "employee", "and", "records",
          "its", "use.", "Managers", "approve", "requests", "within", "three", "days", "of", "receipt.");

  private BenchText() {}

  /** Each page is lines of about forty wide characters or eighty narrow ones. */
  static List<String> pages(int count, boolean english) {
    Random random = new Random(11);
    List<String> words = english ? ENGLISH : KOREAN;
    int width = english ? 80 : 40;
    List<String> pages = new ArrayList<>();
    for (int page = 0; page < count; page++) {
      StringBuilder text = new StringBuilder();
      for (int line = 0; line < LINES; line++) {
        StringBuilder built = new StringBuilder();
        while (built.length() < width) {
          built.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        text.append(built.toString().strip()).append('\n');
      }
      pages.add(text.toString());
    }
    return pages;
  }
}
