package app.madang.functions.local.evaluation;

import java.util.Random;
import java.util.StringJoiner;

/** Passages of no meaning whose words are as frequent as words are: few often, many seldom. */
final class GeneratedText {

  private static final String[] KOREAN =
      ("휴가 규정 직원 회사 신청 승인 팀장 기간 부서 업무 보고 출장 비용 영수증 정산 교육 보안 계정 암호 자료 고객 정보 처리 시스템 기록 점검"
              + " 계약 서류 채용 면접 평가 급여 수당 근무 시간 휴게 재택 노트북 장비 반납 퇴직 통보 징계 위원회 의결 안전 사고 신고 건강 검진 보험"
              + " 복지 포인트 식대 주차 차량 회의 의자 예산 집행 구매 검수 납품 대금 세금 계산서 감사 위험 통제 개선 계획 목표 실적 분석 제품 품질"
              + " 시험 배포 장애 대응 복구 백업 서버 저장소 권한 담당자 책임 조직 대표 이사 주주 총회 공시 특허 상표 연구 개발 설계 도면 공정 설비")
          .split(" ");
  private static final String[] ENDINGS = {"을", "는", "에", "의", "로", "과", "에서", "까지", "부터", "도"};
  private static final String[] VERBS = {"한다.", "정한다.", "알린다.", "따른다.", "제출한다.", "확인하고", "검토하며"};
  private static final String[] ENGLISH =
      ("policy employee company request approval manager period department report travel expense receipt"
              + " training security account password customer record contract hiring salary overtime remote laptop"
              + " equipment return notice committee safety incident insurance budget purchase invoice audit risk"
              + " control plan target product quality release outage recovery backup server storage permission owner")
          .split(" ");

  private final Random random;

  GeneratedText(Random random) {
    this.random = random;
  }

  /** Half of them Korean, half English. */
  String[] passages(int count) {
    String[] passages = new String[count];
    for (int i = 0; i < count; i++) {
      passages[i] = i % 2 == 0 ? korean(45) : english(80);
    }
    return passages;
  }

  String koreanQuestion() {
    return frequent(KOREAN)
        + " "
        + frequent(KOREAN)
        + "은 "
        + name()
        + " "
        + frequent(KOREAN)
        + "인가요?";
  }

  String englishQuestion() {
    return "what is the %s for %s of %s %s?"
        .formatted(frequent(ENGLISH), frequent(ENGLISH), name(), frequent(ENGLISH));
  }

  private String korean(int words) {
    StringJoiner text = new StringJoiner(" ");
    for (int i = 0; i < words; i++) {
      text.add(
          switch (random.nextInt(6)) {
            case 0 -> name() + ENDINGS[random.nextInt(ENDINGS.length)];
            case 1 -> VERBS[random.nextInt(VERBS.length)];
            default -> frequent(KOREAN) + ENDINGS[random.nextInt(ENDINGS.length)];
          });
    }
    return text.toString();
  }

  private String english(int words) {
    StringJoiner text = new StringJoiner(" ");
    for (int i = 0; i < words; i++) {
      text.add(
          switch (random.nextInt(6)) {
            case 0 -> name();
            case 1 -> "the";
            default -> frequent(ENGLISH);
          });
    }
    return text.toString();
  }

  /** Zipf's law, more or less: the first words of a list most often. */
  private String frequent(String[] words) {
    return words[(int) (words.length * Math.pow(random.nextDouble(), 2.5))];
  }

  /** One of some ten thousand names that occur a few times each. */
  private String name() {
    int number = (int) (20_000 * Math.pow(random.nextDouble(), 1.5));
    StringBuilder name = new StringBuilder("z");
    for (int rest = number; rest > 0; rest /= 20) {
      name.append("bcdfghklmnprstvwxyaeo".charAt(rest % 20));
    }
    return name.toString();
  }
}
