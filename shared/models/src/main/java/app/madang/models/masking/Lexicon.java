package app.madang.models.masking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words that say what a number near them is. */
final class Lexicon {

  static final int RESIDENT = 1;
  static final int PHONE = 2;
  static final int BANK = 4;

  /** Speaks of money or banks, but not always of an account. */
  static final int BANK_WEAK = 8;

  /** A bank's short name. */
  static final int BANK_NAME = 16;

  /** A bank's short name that is also a place. */
  static final int BANK_PLACE = 32;

  static final int CARD = 64;
  static final int PASSPORT = 128;
  static final int LICENCE = 256;
  static final int BUSINESS = 512;
  static final int ADDRESS = 1024;

  /** Numbers that are nobody's: orders, parcels, versions. */
  static final int IMPERSONAL = 2048;

  /** A word that is an account only as a label: account 110… */
  static final int BANK_LABEL = 4096;

  private static final int SLOTS = 1024;

  private static final Map<Integer, String> WORDS =
      Map.ofEntries(
          Map.entry(
              RESIDENT,
              """
              주민등록번호 주민번호 주민 주민등록 외국인등록번호 외국인번호 외국인등록 등록외국인 거소신고번호 거소신고
              생년월일 개인식별번호 residentregistration residentno residentnumber residentid rrn jumin juminno
              nationalid alienregistration foreignerregistration arc ssn socialsecurity 실명번호 주번
              체류카드 외국인등록증 영주증 거소증 주민등록증 주민증 민증 신분증 residencecard residentcard"""),
          Map.entry(
              PHONE,
              """
              전화 전화번호 연락처 연락 휴대폰 휴대전화 핸드폰 휴대 폰번호 폰 모바일 팩스 문의 통화 문자 콜백 직통 내선 대표번호
              비상연락망 회신 발신 착신 수신 카톡 사무실 자택 텔 호출 유선 유선전화 긴급 상담 콜센터 고객센터
              tel telephone phone mobile cell cellphone fax hp handphone call contact reach whatsapp sms text dial
              callback direct extension phoneno phonenumber telno mobileno mynumber 제번호 내번호 t m f p c ☎ ☏ 📞 📱"""),
          Map.entry(
              BANK,
              """
              계좌 계좌번호 통장 통장번호 예금주 가상계좌 급여계좌 환불계좌 출금계좌 입금계좌 입금처 은행 금고 저축은행
              accountnumber accountno accountnum acctno acctnumber acctnum account# bankaccount a/cno a/c bankacct
              카카오뱅크 카뱅 토스뱅크 토뱅 케이뱅크 케뱅 새마을금고 아이엠뱅크 im뱅크 kakaobank tossbank kbank
              부산은행 대구은행 광주은행 전북은행 경남은행 제주은행 산업은행"""),
          Map.entry(
              BANK_WEAK,
              """
              입금 송금 이체 출금 환불 자동이체 뱅크 급여 bank wire deposit transfer 증권 payto"""),
          Map.entry(BANK_LABEL, "account acct acct# a/c#"),
          Map.entry(
              BANK_NAME,
              """
              국민 신한 하나 우리 농협 기업 카카오뱅크 카뱅 카카오 토스뱅크 토뱅 토스 케이뱅크 케뱅 우체국 새마을금고 새마을 신협
              수협 sc제일 제일 스탠다드차타드 씨티 kb nh ibk 단위농협 지역농협 kbank
              kakaobank tossbank shinhan kookmin woori hana nonghyup 아이엠뱅크 im뱅크 산림조합 외환 kdb산업"""),
          Map.entry(BANK_PLACE, "부산 대구 광주 전북 경남 제주 산업"),
          Map.entry(
              CARD,
              """
              카드 카드번호 신용카드 체크카드 법인카드 결제카드 card cardno cardnumber creditcard visa mastercard amex
              비자 마스터 유효기간 pan"""),
          Map.entry(
              PASSPORT,
              "여권 여권번호 탑승자 탑승객 여행증명서 traveldocument traveldocumentno passport passportno passportnumber pp# ppno"),
          Map.entry(
              LICENCE,
              """
              면허 면허번호 운전면허 운전면허번호 운전면허증 면허증 적성검사 driverlicense driverslicense driver'slicense
              drivinglicence drivinglicense licenseno licenceno licensenumber licencenumber dl drvlic drvlicno driverlic driverlicno
              licno dlno"""),
          Map.entry(
              BUSINESS,
              """
              사업자 사업자번호 사업자등록번호 사업자등록 공급자 공급받는자 등록번호 brn businessregistration businessno
              bizno biznumber businessnumber 사업자no taxid vat 세금계산서 사업자등록증 bizreg bizregno
              businessregno regno registrationno registrationnumber brno"""),
          Map.entry(
              ADDRESS,
              """
              주소 소재지 거주지 배송지 자택 주소지 본점 사업장 배송 도로명 지번 우편번호 address addr 사는곳 본적 현주소 등록기준지
              거주 위치 약도 오시는길 shipto billto mailing 살고 shippingaddress 보내주실곳 수령지 받는곳"""),
          Map.entry(
              IMPERSONAL,
              """
              주문 주문번호 주문서 접수 접수번호 운송장 운송장번호 송장 송장번호 등기 등기번호 배송번호 승인 승인번호 거래번호 거래
              관리번호 문서번호 문서 일련번호 시리얼 시리얼번호 모델 모델명 품번 파트넘버 파트번호 시리얼넘버 제품 제품번호 제품코드 상품코드 상품번호 상품 바코드 코드
              버전 법인등록번호 법인번호 법인 사건 사건번호 특허 출원 출원번호 특허번호 등록특허 견적번호 발주번호 발주 계약번호 청구번호
              인보이스 자산번호 자산 부품번호 부품 로트 도서번호 회원번호 고객번호 참조번호 예약번호 티켓 티켓번호 이슈 빌드
              커밋 해시 타임스탬프 추적번호 조회번호 증권번호 보험증권 학번 사번 사원번호 전표 전표번호 재고번호 고유번호 품목 품목코드 신청번호 신청 도면 도면번호 요청번호 발급번호 인증번호 허가번호 확인번호 참가번호 수험번호 좌석번호 회의번호
              회의 미팅 관리코드 식별자 선적 화물 컨테이너 공문 결재 품의 기안 쿠폰 쿠폰번호 상품권 핀번호 바우처 게시글 글번호 채널 프로젝트
              차량번호 발행번호 영수증 영수증번호 현금영수증 배치 로그 세션 대기번호 부품 자재 자재번호 자재코드 설비 설비번호 장비 장비번호 기기번호 단말번호 제조번호 관리 검체 검체번호 샘플 시료 환자번호
              병록번호 차트번호 자격번호 자격증번호 인증서 전자문서 고지번호 납부번호 전자납부번호 계기번호 계량기 가입번호 가입자번호 멤버십 포인트
              마일리지 카탈로그 형번 형식승인 도서 표준 규격 인허가 등급 지점코드 은행코드 우편물 물품
              공고번호 입찰번호 공고 차대번호 좌표 위도 경도 금액 가격 수량 통관번호 신고번호 처리번호 응답코드 트랜잭션
              order orderno ordernumber orderid invoice invoiceno tracking trackingno trackingnumber serial serialno serialnumber
              s/n sn model part partno p/n sku product productid productcode item itemno itemcode ticket case caseno ref refno
              reference transaction transactionid txn txid trace traceid isbn issn barcode ean upc gtin imei imsi mac version ver
              build commit hash sha md5 sha1 sha256 uuid guid timestamp ts epoch time created updated createdat updatedat
              lot batch po patent doi parcel shipment waybill awb quote requestid sessionid spanid offset size bytes amount
              price total count confirmation confirmationcode booking pnr policy policyno membership customerid employeeid
              zoom meeting meetingid meetingnumber conferenceid webinar passcode coupon voucher drawing dwg application applicationno
              accountid acctid accountmanager row seq sequence index port pid checksum crc zip vin serialnum assetno asset docno document documentno
              contractno contract rfc issue bug jira pr revision rev lat lng lon latitude longitude"""));

  private static final String[][] BY_FIRST = new String[SLOTS][];
  private static final int[][] KINDS = new int[SLOTS][];

  static {
    Map<Integer, List<String>> slots = new HashMap<>();
    Map<String, Integer> kinds = new HashMap<>();
    WORDS.forEach(
        (kind, words) -> {
          for (String word : words.strip().split("\\s+")) {
            if (kinds.merge(word, kind, (a, b) -> a | b).equals(kind)) {
              slots.computeIfAbsent(slot(word.charAt(0)), s -> new ArrayList<>()).add(word);
            }
          }
        });
    slots.forEach(
        (slot, words) -> {
          BY_FIRST[slot] = words.toArray(String[]::new);
          KINDS[slot] = words.stream().mapToInt(word -> kinds.getOrDefault(word, 0)).toArray();
        });
  }

  /** Where the last match ended. */
  int end;

  /** The kinds of the longest word that begins here and ends before the limit; 0 when none does. */
  int at(char[] text, int from, int limit) {
    int slot = slot(lower(text[from]));
    String[] words = BY_FIRST[slot];
    if (words == null) {
      return 0;
    }
    boolean latin = isLatin(text[from]);
    boolean inside = latin && from > 0 && isLatin(text[from - 1]);
    if (inside && !camel(text[from - 1], text[from]) && !escape(text, from - 1)
        || latin && escape(text, from)) {
      return 0;
    }
    int found = 0;
    end = from;
    int[] kinds = KINDS[slot];
    for (int i = 0; i < words.length; i++) {
      int stop = match(text, from, limit, words[i], latin);
      if (stop > end) {
        end = stop;
        found = kinds[i];
      } else if (stop == end && stop > from) {
        found |= kinds[i];
      }
    }
    return found;
  }

  /** Letters compare without case; a space, hyphen or underscore inside a word is no difference. */
  private static int match(char[] text, int from, int limit, String word, boolean latin) {
    int at = from;
    for (int i = 0; i < word.length(); i++) {
      if (at >= limit) {
        return -1;
      }
      if (i > 0 && lower(text[at]) != word.charAt(i) && gap(text[at])) {
        at++;
        if (at < limit && text[at] == ' ' && text[at - 1] == '.') {
          at++;
        }
      }
      if (at >= limit || lower(text[at]) != word.charAt(i)) {
        return -1;
      }
      at++;
    }
    boolean goesOn = latin && at < text.length && isLatin(text[at]) && isLatin(text[at - 1]);
    return goesOn && !camel(text[at - 1], text[at]) ? -1 : at;
  }

  /** The letter of a line break or tab that JSON writes with a backslash. */
  static boolean escape(char[] text, int at) {
    char c = text[at];
    return (c == 'n' || c == 't' || c == 'r') && at > 0 && text[at - 1] == '\\';
  }

  private static boolean gap(char c) {
    return c == ' ' || c == '_' || c == '-' || c == '.';
  }

  private static boolean camel(char before, char c) {
    return before >= 'a' && before <= 'z' && c >= 'A' && c <= 'Z';
  }

  static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  private static int slot(char c) {
    return (c ^ c >>> 7) & SLOTS - 1;
  }
}
