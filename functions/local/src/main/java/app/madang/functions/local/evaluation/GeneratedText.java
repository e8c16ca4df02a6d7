package app.madang.functions.local.evaluation;

import java.util.Random;
import java.util.StringJoiner;

/**
 * Passages of no meaning, as long as real ones, whose words are as frequent as words are: particles
 * and articles in nearly all of them, a few hundred words often, most of fifty thousand seldom.
 */
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
  private static final String[] GLUE =
      "the of and to in a is for that on with as by be are this from or at an which it not must"
          .split(" ");

  /** Words of a language's own, made of these. */
  private static final String[] SYLLABLES =
      "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri sto".split(" ");

  private static final int VOCABULARY = 50_000;

  /** The larger, the less the first words stand out: the first is in half of the passages. */
  private static final int SHIFT = 30;

  private static final int KOREAN_WORDS = 170;
  private static final int ENGLISH_WORDS = 320;

  private final Random random;

  GeneratedText(Random random) {
    this.random = random;
  }

  /** Half of them Korean, half English. */
  String[] passages(int count) {
    String[] passages = new String[count];
    for (int i = 0; i < count; i++) {
      passages[i] = i % 2 == 0 ? korean() : english();
    }
    return passages;
  }

  String koreanQuestion() {
    return "%s %s은 %s %s인가요?"
        .formatted(asked(KOREAN), asked(KOREAN), word(rank(0.5)), asked(KOREAN));
  }

  String englishQuestion() {
    return "what is the %s for %s of the %s %s?"
        .formatted(asked(ENGLISH), asked(ENGLISH), word(rank(0.5)), asked(ENGLISH));
  }

  private String korean() {
    StringJoiner text = new StringJoiner(" ");
    for (int i = 0; i < KOREAN_WORDS; i++) {
      text.add(
          random.nextInt(6) == 0
              ? VERBS[random.nextInt(VERBS.length)]
              : content(KOREAN) + ENDINGS[random.nextInt(ENDINGS.length)]);
    }
    return text.toString();
  }

  private String english() {
    StringJoiner text = new StringJoiner(" ");
    for (int i = 0; i < ENGLISH_WORDS; i++) {
      // nearly half of an English text is glue, the first of it most
      text.add(
          random.nextInt(9) < 4
              ? GLUE[(int) (GLUE.length * Math.pow(random.nextDouble(), 2))]
              : content(ENGLISH));
    }
    return text.toString();
  }

  /** Zipf's law: the first words of the language are the listed ones. */
  private String content(String[] listed) {
    int rank = rank(1);
    return rank < listed.length ? listed[rank] : word(rank);
  }

  private String asked(String[] listed) {
    return listed[random.nextInt(listed.length)];
  }

  /** By Zipf's and Mandelbrot's law; a smaller share leaves the frequent ones out. */
  private int rank(double share) {
    double from = Math.log(SHIFT);
    double to = Math.log(VOCABULARY + SHIFT);
    return (int) (Math.exp(to - random.nextDouble() * share * (to - from)) - SHIFT);
  }

  private static String word(int rank) {
    StringBuilder word = new StringBuilder();
    for (int rest = rank; rest > 0 || word.length() < 4; rest /= SYLLABLES.length) {
      word.append(SYLLABLES[rest % SYLLABLES.length]);
    }
    return word.toString();
  }
}
