package app.madang.functions.chat;

import app.madang.metering.Spender;
import app.madang.runtime.Caller;
import app.madang.runtime.Transactions;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who pays for what the caller asks: the person and all groups that hold the person. */
final class Spenders {

  private final Transactions transactions;
  private final JdbcClient jdbc;

  Spenders(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  Spender current() {
    return with(null);
  }

  /** The same, and the tool that answers. */
  Spender with(@Nullable UUID toolId) {
    UUID person = Caller.current().id();
    Set<UUID> groups =
        transactions.read(
            () ->
                jdbc.sql("SELECT identity.groups_of(?)").param(person).query(UUID.class).stream()
                    .collect(Collectors.toSet()));
    return new Spender(person, groups, toolId);
  }
}
