package app.madang.identity;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Caller;
import app.madang.runtime.ProblemException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a person may do in the company as a whole. */
public enum Role {
  @JsonProperty("member")
  MEMBER,
  @JsonProperty("builder")
  BUILDER,
  @JsonProperty("reviewer")
  REVIEWER,
  @JsonProperty("admin")
  ADMIN,
  @JsonProperty("auditor")
  AUDITOR;

  /** The name in tokens, in the database and in the contract. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Demands one of the roles of the caller.
   *
   * @throws ProblemException forbidden
   */
  public static void require(Role... anyOf) {
    Caller caller = Caller.current();
    for (Role role : anyOf) {
      if (caller.has(role.code())) {
        return;
      }
    }
    throw new ProblemException(ProblemCode.FORBIDDEN);
  }
}
