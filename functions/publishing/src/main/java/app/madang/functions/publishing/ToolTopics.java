package app.madang.functions.publishing;

import app.madang.toolbox.Subject;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tool was asked about in calendar months that are over.
 *
 * @param months those in which it was asked, the latest first
 */
record ToolTopics(List<Month> months) {

  /**
   * One month.
   *
   * @param counts of all questions; null when fewer than five people asked
   * @param topics what at least five people asked about, what most did first
   * @param others of all that is not told apart; null when fewer than five people asked it
   */
  record Month(
      YearMonth month, @Nullable Counts counts, List<Topic> topics, @Nullable Counts others) {}

  /**
   * People and questions rounded down to fives.
   *
   * @param unanswered percent of the questions that found no passage, in tens; null when the tool
   *     reads nothing
   */
  record Counts(int people, int questions, @Nullable Integer unanswered) {}

  /** Whose words a topic is told in. */
  enum Source {
    /** A starter or golden question of the tool's makers. */
    @JsonProperty("maker")
    MAKER,
    /** The platform's list of subjects. */
    @JsonProperty("subject")
    SUBJECT
  }

  /**
   * One topic.
   *
   * @param peopleBefore who asked it in the month before; null when that was not told
   * @param releases the same by release, the newest first; empty when fewer than five people asked
   *     it of one of them
   */
  record Topic(
      Bilingual text,
      Source source,
      Counts counts,
      @Nullable Integer peopleBefore,
      List<OfRelease> releases) {}

  record OfRelease(int release, Counts counts) {}

  /** As the database tells it; the month alone, a topic of it, or a topic of a release. */
  record Row(
      YearMonth month,
      @Nullable Integer release,
      @Nullable Integer topic,
      @Nullable String ko,
      @Nullable String en,
      @Nullable Counts counts) {

    static Row of(ResultSet row, int number) throws SQLException {
      Integer people = row.getObject("people", Integer.class);
      return new Row(
          YearMonth.from(row.getDate("month").toLocalDate()),
          row.getObject("number", Integer.class),
          row.getObject("topic", Integer.class),
          row.getString("ko"),
          row.getString("en"),
          people == null
              ? null
              : new Counts(people, row.getInt("runs"), row.getObject("unanswered", Integer.class)));
    }

    private boolean is(int other) {
      return topic != null && topic == other;
    }

    private Counts told() {
      return Objects.requireNonNull(counts);
    }
  }

  static ToolTopics of(List<Row> rows) {
    Map<YearMonth, List<Row>> months = new LinkedHashMap<>();
    rows.forEach(row -> months.computeIfAbsent(row.month(), m -> new ArrayList<>()).add(row));
    return new ToolTopics(
        months.entrySet().stream()
            .map(
                month ->
                    month(
                        month.getKey(),
                        month.getValue(),
                        months.getOrDefault(month.getKey().minusMonths(1), List.of())))
            .toList());
  }

  private static Month month(YearMonth month, List<Row> rows, List<Row> before) {
    return new Month(
        month,
        rows.stream()
            .filter(row -> row.topic() == null)
            .map(Row::counts)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        rows.stream()
            .filter(row -> row.topic() != null && row.topic() != 0 && row.release() == null)
            .flatMap(row -> topic(row, rows, before).stream())
            .toList(),
        rows.stream().filter(row -> row.is(0)).map(Row::told).findFirst().orElse(null));
  }

  private static Optional<Topic> topic(Row row, List<Row> rows, List<Row> before) {
    int id = Objects.requireNonNull(row.topic());
    List<OfRelease> releases =
        rows.stream()
            .filter(part -> part.is(id) && part.release() != null)
            .map(part -> new OfRelease(Objects.requireNonNull(part.release()), part.told()))
            .sorted((a, b) -> Integer.compare(b.release(), a.release()))
            .toList();
    Integer peopleBefore =
        before.stream()
            .filter(part -> part.is(id) && part.release() == null)
            .map(part -> part.told().people())
            .findFirst()
            .orElse(null);
    Optional<Bilingual> text =
        id > 0
            ? Optional.ofNullable(Bilingual.of(row.ko(), row.en()))
            : Subject.find(-id).map(subject -> new Bilingual(subject.ko(), subject.en()));
    return text.map(
        said ->
            new Topic(
                said, id > 0 ? Source.MAKER : Source.SUBJECT, row.told(), peopleBefore, releases));
  }
}
