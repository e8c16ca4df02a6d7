package app.madang.functions.publishing;

import app.madang.functions.publishing.ToolTopics.Counts;
import app.madang.functions.publishing.ToolTopics.Month;
import app.madang.functions.publishing.ToolTopics.Topic;
import app.madang.runtime.CsvCell;
import app.madang.runtime.FileAnswer;
import app.madang.runtime.Locales;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a tool is asked about, for its owners: counted in the database, in words of its makers. */
final class AskedAbout {

  private static final String MARK = "\ufeff";
  private static final String END = "\r\n";

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;

  AskedAbout(Transactions transactions, JdbcClient jdbc, Rights rights) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
  }

  record GetTopics(@NotNull UUID toolId) {}

  record ExportTopics(@NotNull UUID toolId) {}

  ToolTopics get(GetTopics input) {
    return transactions.read(
        () -> {
          rights.tool(input.toolId(), ToolRole.OWNER);
          return ToolTopics.of(
              jdbc.sql("SELECT * FROM toolbox.asked(?)")
                  .param(input.toolId())
                  .query(ToolTopics.Row::of)
                  .list());
        });
  }

  FileAnswer export(ExportTopics input) {
    boolean korean = Locales.current().equals(Locale.KOREAN);
    StringBuilder file =
        new StringBuilder(MARK)
            .append(
                korean
                    ? "달,질문,릴리스,사람,질문 수,찾은 문서 없음(%)"
                    : "month,question,release,people,questions,nothing found (%)")
            .append(END);
    for (Month month : get(new GetTopics(input.toolId())).months()) {
      for (Topic topic : month.topics()) {
        String text = text(topic.text(), korean);
        line(file, month, text, "", topic.counts());
        topic
            .releases()
            .forEach(
                part -> line(file, month, text, String.valueOf(part.release()), part.counts()));
      }
      if (month.others() != null) {
        line(file, month, korean ? "그 밖의 질문" : "other questions", "", month.others());
      }
    }
    return new FileAnswer("text/csv; charset=utf-8", "tool-topics.csv", file.toString());
  }

  private static void line(
      StringBuilder file, Month month, String text, String release, Counts counts) {
    file.append(CsvCell.of(month.month().toString()))
        .append(',')
        .append(CsvCell.of(text))
        .append(",%s,%d,%d,".formatted(release, counts.people(), counts.questions()))
        .append(counts.unanswered() == null ? "" : counts.unanswered())
        .append(END);
  }

  private static String text(Bilingual text, boolean korean) {
    @Nullable String first = korean ? text.ko() : text.en();
    return first != null ? first : Objects.requireNonNull(korean ? text.en() : text.ko());
  }
}
