package app.madang.identity;

/** What a grant lets do, in the words of what is shared. */
public interface GrantRole {

  /** Its name among all grants: {@code reader}, {@code editor} or {@code owner}. */
  String grant();

  /** Whether it lets give grants to others. */
  default boolean owns() {
    return grant().equals("owner");
  }
}
