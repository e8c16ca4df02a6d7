package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.identity.ApiKeys;
import java.util.UUID;

/** API keys for tests. */
final class ProgrammerKeys {

  private ProgrammerKeys() {}

  /** A key of a person, who is made by a first call. */
  static String of(String person) {
    Platform.as(person).converse();
    UUID id =
        Platform.superuser()
            .sql("SELECT id FROM identity.users WHERE email LIKE ?")
            .param(person + "@%")
            .query(UUID.class)
            .single();
    return of(id);
  }

  /** A key of a person or a service. */
  static String of(UUID owner) {
    String made = ApiKeys.generate();
    int rows =
        Platform.superuser()
            .sql(
                "INSERT INTO identity.api_keys (user_id, name, hash, hint, expires_at)"
                    + " VALUES (?, 'test', ?, 'abcd', now() + interval '1 day')")
            .params(owner, ApiKeys.hash(made))
            .update();
    assertThat(rows).isEqualTo(1);
    return made;
  }
}
