package app.madang.functions.reporting;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** A report or an alert in a person's words. */
record Letter(String subject, String text) {

  static Letter of(Parcel parcel) {
    boolean korean = parcel.locale().getLanguage().equals("ko");
    if (parcel.report() != null) {
      return report(parcel.report(), parcel.locale(), korean);
    }
    if (parcel.alert() != null) {
      return alert(parcel.alert(), parcel.locale(), korean);
    }
    return test(korean);
  }

  private static Letter test(boolean korean) {
    return korean
        ? new Letter("마당 알림 시험", "이 채널로 보고서와 예산 알림이 와요.\n")
        : new Letter(
            "A test from Madang", "Reports and budget alerts will come to this channel.\n");
  }

  private static Letter report(ScheduledReport report, Locale locale, boolean korean) {
    String days =
        report.startsOn().equals(report.endsOn())
            ? report.startsOn().toString()
            : report.startsOn() + " – " + report.endsOn();
    UsageFigures totals = report.figures().totals();
    String cost = money(totals.cost(), report.currency(), locale);
    String before = money(report.figures().costBefore(), report.currency(), locale);
    StringBuilder text = new StringBuilder();
    text.append(
        korean
            ? "비용 %s (이전 기간 %s), 질문 %d건, 오류 %d건\n"
                .formatted(cost, before, totals.requests(), totals.errors())
            : "Cost %s (period before: %s), %d requests, %d errors\n"
                .formatted(cost, before, totals.requests(), totals.errors()));
    lines(text, korean ? "모델" : "Models", report.figures().models(), report.currency(), locale);
    lines(text, korean ? "그룹" : "Groups", report.figures().groups(), report.currency(), locale);
    List<UsageLine> tools = report.figures().tools();
    if (tools != null && !tools.isEmpty()) {
      lines(text, korean ? "도구" : "Tools", tools, report.currency(), locale);
    }
    return new Letter(
        (korean ? "마당 사용 비용 " : "Madang's cost, ") + days + ": " + cost, text.toString());
  }

  private static void lines(
      StringBuilder text, String heading, List<UsageLine> lines, String currency, Locale locale) {
    text.append('\n').append(heading).append('\n');
    for (UsageLine line : lines) {
      String name = line.name() == null ? "–" : line.name();
      text.append("  ").append(name).append(": ");
      text.append(money(line.cost(), currency, locale)).append('\n');
    }
  }

  private static Letter alert(BudgetAlert alert, Locale locale, boolean korean) {
    String cap = money(alert.cap(), alert.currency(), locale);
    String whose = whose(alert, korean);
    boolean exhausted = alert.kind().equals("exhausted");
    String subject;
    if (korean) {
      String said = exhausted ? "예산을 다 썼어요" : "예산의 " + alert.warnAt() + "%를 넘었어요";
      subject = whose + ": " + said;
    } else {
      String said =
          exhausted ? "the budget is used up" : alert.warnAt() + " % of the budget is used";
      subject = whose + ": " + said;
    }
    String period =
        alert.period().equals("day")
            ? (korean ? "하루 예산" : "Budget of a day")
            : (korean ? "한 달 예산" : "Budget of a month");
    String since = korean ? "시작일 " : "since ";
    return new Letter(subject, "%s %s, %s%s%n".formatted(period, cap, since, alert.startsOn()));
  }

  private static String whose(BudgetAlert alert, boolean korean) {
    if (alert.subjectName() != null) {
      return alert.subjectName();
    }
    return switch (alert.scope()) {
      case "company" -> korean ? "회사 전체" : "The company";
      case "group" -> korean ? "그룹" : "A group";
      case "tool" -> korean ? "도구" : "A tool";
      default -> korean ? "구성원" : "A person";
    };
  }

  private static String money(BigDecimal amount, String currency, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(currency));
    format.setMaximumFractionDigits(Math.max(0, format.getCurrency().getDefaultFractionDigits()));
    return format.format(amount);
  }
}
