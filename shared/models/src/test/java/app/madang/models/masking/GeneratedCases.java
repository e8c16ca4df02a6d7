package app.madang.models.masking;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * Sentences with values in them, and sentences with numbers that are nobody's; same seed, same set.
 */
final class GeneratedCases {

  private static final List<String> ANYWHERE =
      List.of(
          "%s",
          "(%s)",
          "%s 확인 부탁드립니다.",
          "회신: %s",
          "메모 - %s 입니다",
          "\"%s\"",
          "요청하신 정보는 %s이고 내일까지 등록해 주세요.",
          "2026-01-15 접수, %s, 3건",
          "Please update %s in the system.",
          "- %s\n- 이상입니다",
          "고객이 남긴 값:%s",
          "| 3 | %s | 정상 |",
          "김하늘,%s,2026-01-15",
          "{\"value\":\"%s\",\"n\":12}",
          "이건 %s 맞죠?",
          "**%s**",
          "이도윤 %s 12,000원");

  private final Random random;
  private final Forms forms;

  GeneratedCases(long seed) {
    random = new Random(seed);
    forms = new Forms(random);
  }

  List<Case> positives(int n) {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      cases.add(positive(PersonalData.values()[i % 9]));
    }
    return cases;
  }

  private Case positive(PersonalData kind) {
    String value =
        switch (kind) {
          case RESIDENT_NUMBER -> forms.resident();
          case PASSPORT -> forms.passport();
          case DRIVER_LICENCE -> forms.licence();
          case PHONE ->
              switch (random.nextInt(5)) {
                case 0 -> forms.landline();
                case 1 -> forms.foreignPhone();
                default -> forms.mobile();
              };
          case CARD -> forms.card();
          case BANK_ACCOUNT -> forms.account();
          case BUSINESS_NUMBER -> forms.business();
          case EMAIL -> forms.email();
          default -> forms.address();
        };
    if (random.nextInt(12) == 0) {
      value = fullWidth(value);
    }
    String sentence =
        kind == PersonalData.BANK_ACCOUNT || random.nextBoolean()
            ? told(kind)
            : ANYWHERE.get(random.nextInt(ANYWHERE.size()));
    String annotated = sentence.replace("%s", "⟪" + kind.label() + "|" + value + "⟫");
    if (random.nextInt(12) == 0) {
      annotated = Normalizer.normalize(annotated, Normalizer.Form.NFD);
    }
    return Case.of(annotated);
  }

  private String told(PersonalData kind) {
    return switch (kind) {
      case RESIDENT_NUMBER -> forms.pick("주민등록번호 %s", "주민번호는 %s 입니다", "RRN: %s", "외국인등록번호(%s)");
      case PASSPORT -> forms.pick("여권번호 %s", "passport %s", "여권은 %s이고 만료 전입니다");
      case DRIVER_LICENCE -> forms.pick("운전면허 %s", "면허번호: %s", "driver's license no. %s");
      case PHONE -> forms.pick("연락처 %s", "Tel. %s", "핸드폰은 %s이에요", "%s로 전화 주세요", "call me at %s");
      case CARD -> forms.pick("카드번호 %s", "법인카드 %s 결제", "card number %s");
      case BANK_ACCOUNT ->
          forms.pick(
              "계좌번호 %s",
              "국민은행 %s 예금주 김하늘",
              "신한은행 %s",
              "입금계좌: %s (우리)",
              "환불은 계좌 %s로 부탁드려요",
              "카카오뱅크 %s",
              "bank account no. %s",
              "농협 계좌 %s");
      case BUSINESS_NUMBER -> forms.pick("사업자등록번호 %s", "사업자번호: %s", "마당상사(%s)");
      case EMAIL -> forms.pick("이메일 %s", "email: %s", "%s으로 회신 주세요", "<%s>");
      default -> forms.pick("주소 %s", "배송지: %s", "본사는 %s 입니다", "%s로 보내주세요");
    };
  }

  private static String fullWidth(String value) {
    StringBuilder out = new StringBuilder();
    value.chars().forEach(c -> out.append(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : (char) c));
    return out.toString();
  }

  List<Case> negatives(int n) {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String sentence = ANYWHERE.get(random.nextInt(ANYWHERE.size()));
      cases.add(Case.of(sentence.replace("%s", nobodys(i % 32))));
    }
    return cases;
  }

  private String nobodys(int what) {
    Forms f = forms;
    return switch (what) {
      case 0 ->
          "%d-%02d-%02d %02d:%02d:%02d"
              .formatted(
                  f.between(1990, 2030),
                  f.between(1, 12),
                  f.between(1, 28),
                  f.between(0, 23),
                  f.between(0, 59),
                  f.between(0, 59));
      case 1 -> "%d.%d.%d.(목)".formatted(f.between(1990, 2030), f.between(1, 12), f.between(1, 28));
      case 2 -> String.format(Locale.ROOT, "%,d원", f.between(1, 2_000_000_000));
      case 3 ->
          f.pick("주문번호 ", "order #", "Order No. ", "orderId=", "주문번호는 ")
              + "20260115-"
              + f.digits(7);
      case 4 -> f.pick("운송장 ", "송장번호 ", "tracking no. ", "등기번호: ") + f.digits(f.between(10, 14));
      case 5 ->
          "v"
              + f.between(0, 20)
              + "."
              + f.between(0, 99)
              + "."
              + f.between(0, 9999)
              + "-build."
              + f.digits(4);
      case 6 ->
          f.between(1, 255)
              + "."
              + f.between(0, 255)
              + "."
              + f.between(0, 255)
              + "."
              + f.between(1, 255)
              + ":"
              + f.between(1024, 65535);
      case 7 -> new UUID(random.nextLong(), random.nextLong()).toString();
      case 8 -> Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
      case 9 -> "ISBN 978-89-" + f.digits(4) + "-" + f.digits(3) + "-" + f.digits(1);
      case 10 -> "제" + f.between(1, 300) + "조 제" + f.between(1, 9) + "항, 법률 제" + f.digits(5) + "호";
      case 11 -> "17" + f.digits(11);
      case 12 ->
          f.pick("모델 ", "품번 ", "제품코드 ", "SKU ") + (char) ('A' + random.nextInt(26)) + f.digits(8);
      case 13 -> "https://shop.example/items/010" + f.digits(8) + "?v=" + f.digits(10);
      case 14 -> f.pick("1588", "1544", "1644", "1899", "1670") + "-" + f.digits(4);
      case 15 -> "080-" + f.between(200, 999) + "-" + f.digits(4);
      case 16 -> f.between(2000, 2026) + f.pick("가합", "노", "다", "고단") + f.digits(6);
      case 17 -> "특허 제10-" + f.between(2000, 2026) + "-" + f.digits(7) + "호";
      case 18 ->
          f.between(33, 38) + "." + f.digits(6) + ", " + f.between(126, 129) + "." + f.digits(6);
      case 19 -> f.digits(f.between(17, 30));
      case 20 ->
          f.between(1, 99)
              + "."
              + f.digits(2)
              + "% ("
              + f.between(2, 999)
              + "/"
              + f.between(1000, 9999)
              + ")";
      case 21 ->
          "법인등록번호 "
              + f.pick("110111", "130111", "180111", "200111")
              + "-"
              + f.pick("0", "1")
              + f.digits(6);
      case 22 ->
          f.pick("S/N ", "시리얼 ", "serial: ") + f.digits(4) + "-" + f.digits(4) + "-" + f.digits(4);
      case 23 ->
          f.pick("회의실로 ", "앞으로 ", "별로 ", "새로 ", "그대로 ", "기준으로 ")
              + f.between(1, 300)
              + f.pick("명", "건", "개", "분", "일");
      case 24 ->
          f.pick("서울", "강남구", "부산시", "경기도 수원시")
              + f.pick("에 ", " 지점 ", " 기준 ")
              + f.between(1, 50)
              + f.pick("곳", "명", "개 매장");
      case 25 -> "900101-" + f.pick("1", "2") + "******";
      case 26 -> "010-****-" + f.digits(4);
      case 27 ->
          "@Override @angular/core@" + f.between(1, 20) + "." + f.between(0, 9) + ".0 img@2x.png";
      case 28 -> f.digits(f.between(3, 7));
      case 29 -> "fa-" + f.digits(3) + "-" + f.digits(4) + "-" + f.digits(4) + "x";
      case 30 -> "0x" + f.digits(8) + " #" + f.digits(6) + " " + f.digits(2) + ":" + f.digits(2);
      default -> "승인번호 " + f.digits(8) + " 거래번호 2026" + f.digits(12);
    };
  }
}
