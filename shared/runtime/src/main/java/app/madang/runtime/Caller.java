package app.madang.runtime;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * The person for whom an operation runs. Bound to the scope of the call, so that the database's row
 * rights follow from it; workers have none.
 *
 * @param id the person's id
 * @param email verified address
 * @param name display name
 * @param roles such as {@code admin}
 */
public record Caller(UUID id, String email, String name, Set<String> roles) {

  private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

  /** The person of this scope. */
  public static Caller current() {
    return find().orElseThrow(() -> new IllegalStateException("no caller in this scope"));
  }

  /** The person of this scope, if there is one. */
  public static Optional<Caller> find() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Runs work for a caller; needed on threads that an operation starts. */
  public static void runAs(Caller caller, Runnable work) {
    ScopedValue.where(CURRENT, caller).run(work);
  }

  /** Calls work for a caller. */
  public static <T> T callAs(Caller caller, Callable<T> work) throws Exception {
    return ScopedValue.where(CURRENT, caller).call(work::call);
  }

  /** Whether the person has a role. */
  public boolean has(String role) {
    return roles.contains(role);
  }
}
