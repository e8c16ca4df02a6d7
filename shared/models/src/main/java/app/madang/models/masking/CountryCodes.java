package app.madang.models.masking;

import java.util.HashMap;
import java.util.Map;

/** Countries' telephone codes and how many digits their numbers have, the code included. */
final class CountryCodes {

  private static final String PLAN =
      """
      1:11-11 7:11-11 20:11-12 27:11-11 30:12-12 31:11-11 32:10-11 33:11-11 34:11-11 36:10-11 39:9-13 40:11-11 41:11-11
      43:10-14 44:11-12 45:10-10 46:9-12 47:10-10 48:11-11 49:9-14 51:10-11 52:12-13 53:10-10 54:12-13 55:12-13 56:11-11
      57:10-12 58:12-12 60:10-12 61:11-11 62:10-14 63:11-12 64:10-12 65:10-10 66:10-11 81:11-12 84:11-12 86:11-13 90:12-12
      91:12-12 92:11-12 93:11-11 94:11-11 95:9-12 98:12-12 212:12-12 213:11-12 216:11-11 234:11-13 254:12-12 351:12-12
      352:9-12 353:11-12 354:10-10 358:9-13 359:11-12 370:11-11 371:11-11 372:10-11 380:12-12 385:11-12 386:11-11 420:12-12
      421:12-12 852:11-11 853:11-11 855:11-12 856:10-13 880:12-13 886:11-12 960:10-10 961:10-11 962:11-12 965:11-11 966:11-12
      968:11-11 971:11-12 972:11-12 973:11-11 974:11-11 976:11-11 977:11-13 992:12-12 994:12-12 995:12-12 996:12-12 998:12-12""";

  /** Zones whose codes have three digits; what is not in the plan has some usual length. */
  private static final String THREE =
      "21 22 23 24 25 26 29 35 37 38 42 50 59 67 68 69 85 88 96 97 99";

  private static final Map<Integer, int[]> LENGTHS = new HashMap<>();

  static {
    for (String entry : PLAN.strip().split("\\s+")) {
      String[] parts = entry.split("[:-]");
      LENGTHS.put(
          Integer.valueOf(parts[0]),
          new int[] {Integer.parseInt(parts[1]), Integer.parseInt(parts[2])});
    }
  }

  private CountryCodes() {}

  static boolean allows(char[] digits, int at, int total) {
    if (total < 9 || total > 15 || digits[at] == '0') {
      return false;
    }
    int code = 0;
    for (int i = 0; i < 3; i++) {
      code = code * 10 + digits[at + i] - '0';
      int[] lengths = LENGTHS.get(code);
      if (lengths != null) {
        boolean plan = code != 1 || digits[at + 1] >= '2' && digits[at + 4] >= '2';
        return plan && total >= lengths[0] && total <= lengths[1];
      }
    }
    return THREE.contains("" + digits[at] + digits[at + 1]) && total >= 10 && total <= 13;
  }
}
