package app.madang.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The people of a local platform and of tests, one of each role. */
public enum Person {
  /** Reads and asks. */
  EMPLOYEE("김하늘", "Haneul Kim", List.of("member")),
  /** Builds tools. */
  BUILDER("이도윤", "Doyun Lee", List.of("member", "builder")),
  /** Reviews tools before release. */
  REVIEWER("박서연", "Seoyeon Park", List.of("member", "reviewer")),
  /** Administers people and groups. */
  ADMIN("최지우", "Jiwoo Choi", List.of("member", "admin")),
  /** Looks at everything that is logged. */
  AUDITOR("정민준", "Minjun Jung", List.of("member", "auditor"));

  private final String displayName;
  private final String englishName;
  private final List<String> roles;

  Person(String displayName, String englishName, List<String> roles) {
    this.displayName = displayName;
    this.englishName = englishName;
    this.roles = roles;
  }

  /** The person of an id such as {@code employee}. */
  public static Person of(String id) {
    return Arrays.stream(values())
        .filter(person -> person.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no person is called " + id));
  }

  /** Name to sign in with; the token's subject. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** E-mail address. */
  public String email() {
    return id() + "@madang.example";
  }

  /** Korean name, as shown. */
  public String displayName() {
    return displayName;
  }

  /** The name in Latin letters. */
  public String englishName() {
    return englishName;
  }

  /** Roles given at the first sign-in. */
  public List<String> roles() {
    return roles;
  }
}
