package app.madang.functions.auth;

import app.madang.contracts.ProblemCode;
import app.madang.functions.auth.Keys.ApiKey;
import app.madang.functions.auth.Keys.NewApiKey;
import app.madang.functions.auth.People.Person;
import app.madang.identity.Role;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Services: programs with rights of their own. Roles, suspension, groups and grants are given to
 * one as to a person; nobody signs in as one.
 */
final class Services {

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final People people;
  private final Keys keys;

  Services(Transactions transactions, JdbcClient jdbc, People people, Keys keys) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.people = people;
    this.keys = keys;
  }

  record ListServices(@Nullable String cursor, @Nullable Integer limit) {}

  record CreateService(@NotBlank @Size(max = 80) String name) {}

  record ServiceId(@NotNull UUID serviceId) {}

  record CreateServiceKey(
      @NotNull UUID serviceId,
      @NotBlank @Size(max = 100) String name,
      @Nullable @Min(1) @Max(365) Integer days) {}

  record ServiceKeyId(@NotNull UUID serviceId, @NotNull UUID keyId) {}

  Page<Person> list(ListServices input) {
    Role.require(Role.ADMIN, Role.AUDITOR);
    int limit = Page.limit(input.limit());
    List<Person> rows =
        transactions.read(() -> people.services(People.after(input.cursor()), limit + 1));
    return Page.of(rows, limit, last -> Cursor.encode(last.name(), last.id()));
  }

  Person create(CreateService input) {
    Role.require(Role.ADMIN);
    return transactions.call(
        () -> {
          UUID made =
              jdbc.sql("SELECT identity.create_service(?)")
                  .param(input.name().strip())
                  .query((row, n) -> row.getObject(1, UUID.class))
                  .optional()
                  .orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT));
          return people.find(made);
        });
  }

  Page<ApiKey> keys(ServiceId input) {
    Role.require(Role.ADMIN);
    return transactions.read(
        () -> {
          require(input.serviceId());
          return new Page<>(keys.of(input.serviceId()), null);
        });
  }

  /** Shows the key once; only its hash is kept. */
  NewApiKey createKey(CreateServiceKey input) {
    Role.require(Role.ADMIN);
    return transactions.call(
        () -> {
          require(input.serviceId());
          return keys.add(input.serviceId(), input.name(), input.days());
        });
  }

  void revokeKey(ServiceKeyId input) {
    Role.require(Role.ADMIN);
    transactions.run(
        () -> {
          require(input.serviceId());
          keys.revoke(input.serviceId(), input.keyId());
        });
  }

  private void require(UUID service) {
    boolean known =
        jdbc.sql("SELECT identity.is_service(?)").param(service).query(Boolean.class).single();
    if (!known) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }
}
