package app.madang.models.masking;

/** Tries every finder of numbers on groups of digits. */
final class Numbers {

  /** The code of one group that is too long for a nibble. */
  static final int LONG = -1;

  private static final int MOST_GROUPS = 7;
  private static final int MOST_DIGITS = 19;

  /** Line breaks inside a number that no hyphen announces. */
  private static final int MOST_LINES = 3;

  private Numbers() {}

  /** Looks through the groups that were just read; gives where it stopped. */
  static int run(Scan scan, int chainEnd) {
    Groups groups = scan.groups;
    int first = 0;
    while (first < groups.count) {
      int last = groups.start[first] < scan.floor ? -1 : at(scan, first);
      if (last < 0) {
        first++;
        continue;
      }
      if (scan.to > chainEnd) {
        return scan.to;
      }
      first = last + 1;
      while (first < groups.count && groups.start[first] < scan.floor) {
        first++;
      }
    }
    return chainEnd;
  }

  /** The last group of what begins with this one, and told to the findings; -1 for nothing. */
  private static int at(Scan scan, int first) {
    if (mixed(scan, first)) {
      return first;
    }
    Groups groups = scan.groups;
    int most = most(groups, first);
    for (int last = most; last >= first; last--) {
      int total = groups.at[last + 1] - groups.at[first];
      if (total < 7) {
        break;
      }
      int code = code(groups, first, last);
      PersonalData kind = total > MOST_DIGITS ? null : kind(scan, first, last, code, total);
      if (kind != null) {
        found(scan, kind);
        return last;
      }
    }
    if (Addresses.find(scan, first) || WesternAddresses.find(scan, first)) {
      found(scan, PersonalData.ADDRESS);
      return first;
    }
    return -1;
  }

  private static boolean mixed(Scan scan, int first) {
    if (Passports.find(scan, first)) {
      found(scan, PersonalData.PASSPORT);
      return true;
    }
    if (Ibans.find(scan, first)) {
      found(scan, PersonalData.BANK_ACCOUNT);
      return true;
    }
    return false;
  }

  private static void found(Scan scan, PersonalData kind) {
    scan.findings.add(scan.from, scan.to, kind);
    scan.floor = scan.to;
  }

  private static int most(Groups groups, int first) {
    int last = first;
    int lines = 0;
    while (last + 1 < groups.count && last - first + 1 < MOST_GROUPS) {
      int separator = groups.separator[last];
      if ((separator & (Groups.NEWLINE | Groups.HYPHEN)) == Groups.NEWLINE) {
        lines++;
      }
      if (lines > MOST_LINES || groups.at[last + 2] - groups.at[first] > MOST_DIGITS) {
        break;
      }
      last++;
    }
    return last;
  }

  /** The sizes of the groups, a hexadecimal digit each: 010-1234-5678 is 0x344. */
  private static int code(Groups groups, int first, int last) {
    int code = 0;
    for (int i = first; i <= last; i++) {
      if (groups.size[i] > 15) {
        return LONG;
      }
      code = code << 4 | groups.size[i];
    }
    return code;
  }

  private static int separators(Groups groups, int first, int last) {
    int separators = 0;
    for (int i = first; i < last; i++) {
      separators |= groups.separator[i];
    }
    return separators;
  }

  /** 010*1234*5678, or any number behind its own word: with commas and the like still a number. */
  private static boolean whole(Scan scan, int first, int last, int code) {
    Groups groups = scan.groups;
    if (code == 0x67 || code == 0x4444) {
      Context context = scan.around(first, last);
      return context.label && context.says(Lexicon.RESIDENT | Lexicon.CARD);
    }
    boolean even = last == first + 2 && groups.separator[first] == groups.separator[first + 1];
    return even && (code == 0x344 || code == 0x334);
  }

  private static @org.jspecify.annotations.Nullable PersonalData kind(
      Scan scan, int first, int last, int code, int total) {
    int separators = separators(scan.groups, first, last);
    if ((separators & Groups.STRAY) != 0 && !whole(scan, first, last, code)) {
      return null;
    }
    if (ResidentNumbers.find(scan, first, last, code)) {
      return PersonalData.RESIDENT_NUMBER;
    }
    if (total >= 12 && Cards.find(scan, first, last, code, total)) {
      return PersonalData.CARD;
    }
    if (Phones.find(scan, first, last, code, total)) {
      return PersonalData.PHONE;
    }
    if ((separators & Groups.ODD) != 0) {
      Context context = scan.around(first, last);
      if (context.label
          && context.says(Lexicon.LICENCE)
          && Licences.find(scan, first, last, code, total)) {
        return PersonalData.DRIVER_LICENCE;
      }
      return total == 10 && BusinessNumbers.told(scan, first, last, code)
          ? PersonalData.BUSINESS_NUMBER
          : null;
    }
    if (Licences.find(scan, first, last, code, total)) {
      return PersonalData.DRIVER_LICENCE;
    }
    if (total == 10 && BusinessNumbers.find(scan, first, last, code)) {
      return PersonalData.BUSINESS_NUMBER;
    }
    return BankAccounts.find(scan, first, last, code, total) ? PersonalData.BANK_ACCOUNT : null;
  }
}
