package app.madang.functions.reporting;

import app.madang.runtime.CsvCell;
import app.madang.runtime.Locales;
import java.util.List;
import java.util.Locale;

/** A report as a file for spreadsheets: RFC 4180, with the mark that makes Excel read UTF-8. */
final class UsageFile {

  private static final String MARK = "\ufeff";
  private static final String END = "\r\n";

  private UsageFile() {}

  static String of(String currency, List<UsageLine> lines) {
    StringBuilder file = new StringBuilder(MARK).append(heading(currency)).append(END);
    for (UsageLine line : lines) {
      file.append(CsvCell.of(line.day() == null ? null : line.day().toString()))
          .append(',')
          .append(CsvCell.of(line.subjectId() == null ? null : line.subjectId().toString()))
          .append(',')
          .append(CsvCell.of(line.name()))
          .append(',')
          .append(line.requests())
          .append(',')
          .append(line.attempts())
          .append(',')
          .append(line.errors())
          .append(',')
          .append(line.inputTokens())
          .append(',')
          .append(line.cachedInputTokens())
          .append(',')
          .append(line.outputTokens())
          .append(',')
          .append(line.cost().toPlainString())
          .append(END);
    }
    return file.toString();
  }

  private static String heading(String currency) {
    return Locales.current().equals(Locale.KOREAN)
        ? "날짜,식별자,이름,질문,호출,오류,입력 토큰,캐시된 입력 토큰,출력 토큰,비용(" + currency + ")"
        : "day,id,name,requests,calls,errors,input tokens,cached input tokens,output tokens,cost ("
            + currency
            + ")";
  }
}
