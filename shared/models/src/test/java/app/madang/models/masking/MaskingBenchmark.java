package app.madang.models.masking;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;

/** Run by hand: what one prompt costs, in microseconds of this thread's processor time. */
final class MaskingBenchmark {

  private static final String KOREAN =
      """
      지난 분기 영업 실적을 정리해서 임원 보고용으로 한 페이지 요약을 써 주세요. 매출은 12,345,678,900원으로 전년 대비 12.5% 늘었고, 신규 고객은 35곳,
      해지 고객은 4곳입니다. 2026년 1월 15일 회의에서 논의한 대로 3번 안건(물류비 절감)을 가장 앞에 두고, 제12조 계약 조건과 관련한 위험도 두세 줄로 적어
      주세요. 담당자는 영업2팀 이도윤 과장이고 참고 문서는 v3.2.1 기준입니다. 표는 지역별(서울 12곳, 부산 8곳, 대구 5곳)로 나누고, 마지막에 다음 달 할 일을
      정리해 주세요. 문장은 짧게, 존댓말로, 숫자는 천 단위 쉼표를 넣어 주세요. 오탈자도 함께 고쳐 주시고 영어 용어는 괄호로 병기해 주세요.
      """;

  private static final String PERSONAL =
      KOREAN
          + "문의는 010-4821-7736 또는 haneul.kim@madang.example, 계좌는 국민은행 123456-01-123456, 주민번호 930704-1022338, 주소는 서울특별시 강남구 테헤란로 123, 4층입니다.";

  private static final String ENGLISH =
      """
      Please summarise the attached incident report for the executive board. The outage began at 09:32 on 2026-01-15 and lasted 47 minutes;
      version 3.12.4 was rolled back, 12 of 35 regions were affected and 1,234 requests failed with status 503. Compare it with ticket
      JIRA-4521 from last year and list three concrete actions with owners. Keep the tone neutral, avoid jargon, and end with a short table
      of open risks ordered by severity. Mention that the database migration (V27) is idempotent and that backups from 03:00 were verified.
      """;

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private MaskingBenchmark() {}

  /** Prints the table. */
  public static void main(String[] args) {
    measure("Korean, nothing personal", KOREAN);
    measure("Korean, five values", PERSONAL);
    measure("English, nothing personal", ENGLISH);
    measure("1 MB of Korean", KOREAN.repeat(1_000_000 / KOREAN.length()));
    measure("1 MB with values", PERSONAL.repeat(1_000_000 / PERSONAL.length()));
  }

  private static void measure(String what, String text) {
    Masker masker = Masker.of(MaskPolicy.MASK_ALL, List.of());
    int rounds = Math.max(5, 40_000_000 / text.length());
    long best = Long.MAX_VALUE;
    int sink = 0;
    for (int i = 0; i < 5; i++) {
      long start = THREAD.getCurrentThreadCpuTime();
      for (int j = 0; j < rounds; j++) {
        sink += masker.mask(text, new Placeholders()).text().length();
      }
      best = Math.min(best, (THREAD.getCurrentThreadCpuTime() - start) / rounds);
    }
    System.out.printf(
        Locale.ROOT, "%-28s %8d chars %12.1f us (%d)%n", what, text.length(), best / 1e3, sink & 1);
  }
}
