package app.madang.models.masking;

import java.util.Locale;

/** What two ways of writing the same value share. */
final class Canonical {

  private Canonical() {}

  static String of(String label, String value) {
    for (PersonalData kind : PersonalData.values()) {
      if (kind.label().equals(label)) {
        return of(kind, value);
      }
    }
    return value;
  }

  private static String of(PersonalData kind, String value) {
    NormalText text = NormalText.of(value);
    String plain = new String(text.chars, 0, text.length);
    return switch (kind) {
      case PHONE -> phone(digits(plain));
      case RESIDENT_NUMBER, CARD, BUSINESS_NUMBER -> digits(plain);
      case DRIVER_LICENCE, PASSPORT, BANK_ACCOUNT, ADDRESS -> lettersAndDigits(plain);
      case EMAIL -> plain.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
      case SECRET, CUSTOM -> value;
    };
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Groups.isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }

  /** Korea's own form: +82 (0)10 is 010. */
  private static String phone(String digits) {
    String local = digits.startsWith("0082") ? digits.substring(2) : digits;
    if (!local.startsWith("82") || local.length() < 10) {
      return digits;
    }
    return local.charAt(2) == '0' ? local.substring(2) : "0" + local.substring(2);
  }

  private static String lettersAndDigits(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        kept.append(Character.toUpperCase(c));
      }
    }
    return kept.toString();
  }
}
