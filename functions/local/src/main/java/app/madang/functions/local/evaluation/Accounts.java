package app.madang.functions.local.evaluation;

import app.madang.functions.local.SearchStack;
import app.madang.runtime.Caller;
import app.madang.runtime.Transactions;
import app.madang.runtime.data.CallerTransactions;
import app.madang.runtime.web.JsonConfiguration;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Parts of functions in this JVM, each signed in as its function. */
final class Accounts {

  private static final int CONNECTIONS = 4;

  private Accounts() {}

  static AnnotationConfigApplicationContext context(
      SearchStack stack, String account, Class<?>... parts) {
    return context(stack, account, context -> {}, parts);
  }

  static AnnotationConfigApplicationContext context(
      SearchStack stack,
      String account,
      Consumer<AnnotationConfigApplicationContext> more,
      Class<?>... parts) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(stack.databaseUrl());
    config.setUsername(account);
    config.setPassword(stack.password(account));
    config.setMaximumPoolSize(CONNECTIONS);
    HikariDataSource source = new HikariDataSource(config);
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
    context.registerBean(
        Transactions.class, () -> new Transactions(new CallerTransactions(source)));
    context.registerBean(JsonMapper.class, JsonConfiguration::strictMapper);
    more.accept(context);
    if (parts.length > 0) {
      context.register(parts);
    }
    context.refresh();
    return context;
  }

  static <T> T as(Caller person, Supplier<T> work) {
    try {
      return Caller.callAs(person, work::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
