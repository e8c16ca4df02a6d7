package app.madang.identity.internal;

import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.runtime.Caller;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import app.madang.runtime.security.CallerResolver;
import app.madang.runtime.security.VerifiedToken;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the person of a token and makes them at their first call. Kept for 30 seconds in the
 * instance, so that a role taken away is gone within a minute everywhere.
 */
public final class People implements CallerResolver {

  private static final Set<String> KNOWN_ROLES =
      Arrays.stream(Role.values()).map(Role::code).collect(Collectors.toUnmodifiableSet());

  private final Cache<List<String>, Caller> cache =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(30)).build();
  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Set<String> bootstrapAdmins;

  /** People of schema {@code identity}. */
  public People(Transactions transactions, JdbcClient jdbc, String bootstrapAdmins) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.bootstrapAdmins =
        Arrays.stream(bootstrapAdmins.split(","))
            .map(email -> email.strip().toLowerCase(Locale.ROOT))
            .filter(email -> !email.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Caller resolve(VerifiedToken token) {
    return cache.get(List.of(token.issuer(), token.subject()), key -> provision(token));
  }

  /** Makes the person, or brings name and address up to date; roles are only given at first. */
  private Caller provision(VerifiedToken token) {
    Caller caller = provisioned(token);
    boolean suspended =
        transactions.read(
            () ->
                jdbc.sql("SELECT identity.is_suspended(?)")
                    .param(caller.id())
                    .query(Boolean.class)
                    .single());
    if (suspended) {
      throw new ProblemException(ProblemCode.SUSPENDED);
    }
    return caller;
  }

  private Caller provisioned(VerifiedToken token) {
    String email = token.email() == null ? "" : token.email().toLowerCase(Locale.ROOT);
    String[] roles = firstRoles(token, email).toArray(String[]::new);
    return transactions.call(
        () ->
            jdbc.sql("SELECT id, email, name, roles FROM identity.provision(?, ?, ?, ?, ?)")
                .params(token.issuer(), token.subject(), email, token.name(), roles)
                .query(
                    (row, n) ->
                        new Caller(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            Set.of((String[]) row.getArray(4).getArray())))
                .single());
  }

  private Set<String> firstRoles(VerifiedToken token, String email) {
    Set<String> roles = new HashSet<>(token.roles());
    roles.retainAll(KNOWN_ROLES);
    roles.add(Role.MEMBER.code());
    if (!email.isEmpty() && bootstrapAdmins.contains(email)) {
      roles.add(Role.ADMIN.code());
    }
    return roles;
  }
}
