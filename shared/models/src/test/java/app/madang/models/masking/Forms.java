package app.madang.models.masking;

import java.util.List;
import java.util.Random;

/** Invented values in the many ways that people write them. */
final class Forms {

  private final Random random;

  Forms(Random random) {
    this.random = random;
  }

  String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  String digits(int n) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      out.append(random.nextInt(10));
    }
    return out.toString();
  }

  int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  /** What stands between groups, the common ones more often. */
  String separator() {
    return pick(
        "-", "-", "-", "-", "-", "-", " ", " ", ".", " - ", "‐", "–", "−", "－", "ㅡ", "·", "-\n",
        "\u2011");
  }

  private String hyphen() {
    return pick("-", "-", "-", "-", "–", "−", " - ", "－", ".", "-\n");
  }

  String resident() {
    boolean old = random.nextInt(5) > 0;
    int year = old ? between(1940, 1999) : between(2000, 2024);
    int sex = (old ? 1 : 3) + random.nextInt(2) + (random.nextInt(6) == 0 ? 4 : 0);
    String front = "%02d%02d%02d".formatted(year % 100, between(1, 12), between(1, 28));
    String back = sex + digits(6);
    return switch (random.nextInt(8)) {
      case 0 -> front + back;
      case 1 -> spaced(front + back);
      case 2 -> spaced(front) + " - " + spaced(back);
      default -> front + separator() + back;
    };
  }

  String mobile() {
    String middle = between(2, 9) + digits(3);
    String last = digits(4);
    String s = separator();
    return switch (random.nextInt(12)) {
      case 0, 1 -> "010" + middle + last;
      case 2 -> "+82" + pick("-", " ", "", " (0)", ".") + "10" + s + middle + s + last;
      case 3 -> "82" + pick("-", " ") + "10" + pick("-", " ") + middle + pick("-", " ") + last;
      case 4 -> "010)" + middle + "-" + last;
      case 5 -> spaced("010" + middle + last);
      case 6 -> pick("011", "016", "017", "018", "019") + s + between(200, 999) + s + last;
      case 7 -> "+8210" + middle + last;
      default -> "010" + s + middle + s + last;
    };
  }

  String landline() {
    String area =
        pick(
            "02", "02", "031", "032", "033", "041", "042", "043", "044", "051", "052", "053", "054",
            "055", "061", "062", "063", "064", "070");
    String exchange =
        area.equals("070") || random.nextBoolean()
            ? between(2, 9) + digits(3)
            : between(2, 9) + digits(2);
    String last = digits(4);
    return switch (random.nextInt(6)) {
      case 0 -> "(" + area + ") " + exchange + "-" + last;
      case 1 -> area + ")" + exchange + "-" + last;
      case 2 -> "+82-" + area.substring(1) + "-" + exchange + "-" + last;
      case 3 -> area + "." + exchange + "." + last;
      default -> area + "-" + exchange + "-" + last;
    };
  }

  String foreignPhone() {
    return switch (random.nextInt(7)) {
      case 0 -> "+1 " + between(200, 999) + "-" + between(200, 999) + "-" + digits(4);
      case 1 -> "+1 (" + between(200, 999) + ") " + between(200, 999) + "-" + digits(4);
      case 2 -> "+44 20 " + between(1000, 9999) + " " + digits(4);
      case 3 -> "+81-" + pick("3", "90") + "-" + between(1000, 9999) + "-" + digits(4);
      case 4 -> "+86 1" + between(30, 99) + " " + digits(4) + " " + digits(4);
      case 5 -> "+65" + pick(" ", "-", "") + between(6000, 9999) + pick(" ", "-") + digits(4);
      default -> "+84" + between(30, 99) + digits(7);
    };
  }

  String card() {
    String start = pick("4", "51", "53", "55", "2221", "3528", "6250", "9410", "6011");
    String body = start + digits(15 - start.length());
    String number = body + luhn(body);
    return switch (random.nextInt(5)) {
      case 0 -> number;
      case 1 -> spaced(number);
      default -> {
        String s = separator();
        yield number.substring(0, 4)
            + s
            + number.substring(4, 8)
            + s
            + number.substring(8, 12)
            + s
            + number.substring(12);
      }
    };
  }

  private static int luhn(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(body.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10;
  }

  String business() {
    String body = between(101, 999) + digits(6);
    int sum = (body.charAt(8) - '0') * 5 / 10;
    for (int i = 0; i < 9; i++) {
      sum += (body.charAt(i) - '0') * ("137137135".charAt(i) - '0');
    }
    String number = body + (10 - sum % 10) % 10;
    String s = hyphen();
    return number.substring(0, 3) + s + number.substring(3, 5) + s + number.substring(5);
  }

  String account() {
    List<String> shapes =
        List.of(
            "6-2-6", "3-3-6", "4-3-6", "3-6-5", "3-4-4-2", "3-6-2-3", "4-2-7", "4-4-4", "3-2-6",
            "4-4-4-1");
    StringBuilder out = new StringBuilder();
    String s = pick("-", "-", "-", "-", "–", "－");
    for (String size : shapes.get(random.nextInt(shapes.size())).split("-")) {
      out.append(out.isEmpty() ? "" : s)
          .append(between(1, 9))
          .append(digits(Integer.parseInt(size) - 1));
    }
    return random.nextInt(4) == 0 ? out.toString().replaceAll("\\D", "") : out.toString();
  }

  String licence() {
    String rest = "%02d".formatted(random.nextInt(26)) + "-" + digits(6) + "-" + digits(2);
    return random.nextInt(3) == 0
        ? pick("서울", "부산", "경기", "대구", "인천", "제주", "전남") + pick("", " ", "-") + rest
        : (between(11, 26) + "-" + rest).replace("-", hyphen().replace("-\n", "-"));
  }

  String passport() {
    return random.nextBoolean()
        ? "M" + digits(8)
        : "M" + digits(3) + (char) ('A' + random.nextInt(26)) + digits(4);
  }

  String email() {
    String local =
        pick("haneul", "dy.lee", "seo_yeon", "hr-team", "min.jun+work", "kim1234", "a.b.c", "이도윤");
    String domain =
        pick(
            "naver.com",
            "gmail.com",
            "madang.co.kr",
            "sub.madang.example",
            "daum.net",
            "회사.한국",
            "korea.kr",
            "마당.com");
    return local
        + pick("@", "@", "@", "@", "@", "＠", "(at)", "[at]")
        + domain.replace("마당.com", local.length() > 3 ? "madang.com" : "마당.com");
  }

  String address() {
    String region =
        pick(
            "서울특별시 강남구",
            "서울 마포구",
            "부산광역시 해운대구",
            "경기도 성남시 분당구",
            "경기 수원시 영통구",
            "대전 유성구",
            "인천 연수구",
            "전북 전주시 덕진구",
            "경남 창원시 성산구",
            "제주특별자치도 서귀포시",
            "충북 청주시 흥덕구",
            "강원 원주시",
            "세종특별자치시",
            "울산 남구",
            "대구광역시 수성구");
    String spot =
        switch (random.nextInt(5)) {
          case 0 ->
              pick("역삼동", "우동", "봉천동", "가경동", "효자동2가")
                  + " "
                  + between(1, 1999)
                  + pick("", "-" + between(1, 30), "번지");
          case 1 -> pick("테헤란로", "중앙로", "대학로") + between(1, 99) + "길 " + between(1, 99);
          case 2 ->
              pick("판교로", "광교중앙로", "첨단로")
                  + " "
                  + between(10, 400)
                  + "번길 "
                  + between(1, 99)
                  + pick("", "-3");
          default -> pick("테헤란로", "월드컵북로", "세종대로", "해운대해변로", "한누리대로") + " " + between(1, 2500);
        };
    String detail =
        pick(
            "",
            "",
            ", " + between(1, 30) + "층",
            " " + between(101, 120) + "동 " + between(101, 2500) + "호",
            ", 마당빌딩 " + between(2, 15) + "층",
            " (역삼동)",
            " 한빛아파트 " + between(101, 112) + "동 " + between(101, 1500) + "호",
            ", " + between(201, 999) + "호");
    return region + " " + spot + detail;
  }

  private static String spaced(String digits) {
    return String.join(" ", digits.split(""));
  }
}
