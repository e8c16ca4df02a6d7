package app.madang.identity;

import app.madang.identity.internal.People;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import app.madang.runtime.security.CallerResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a function know its callers. {@code BOOTSTRAP_ADMINS} names the first administrators. */
@Configuration(proxyBeanMethods = false)
public class IdentityConfiguration {

  @Bean
  CallerResolver callerResolver(Transactions transactions, JdbcClient jdbc) {
    return new People(transactions, jdbc, Settings.optional("BOOTSTRAP_ADMINS").orElse(""));
  }

  @Bean
  ApiKeys apiKeys(Transactions transactions, JdbcClient jdbc) {
    return new ApiKeys(transactions, jdbc);
  }
}
