package app.madang.runtime.web;

import app.madang.runtime.Healthy;
import app.madang.runtime.Locales;
import app.madang.runtime.Sealer;
import app.madang.runtime.Transactions;
import app.madang.runtime.contract.OperationTable;
import app.madang.runtime.event.OutboxPublisher;
import app.madang.runtime.event.PushEndpoint;
import app.madang.runtime.security.Authentication;
import app.madang.runtime.telemetry.Served;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.function.context.FunctionCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How requests become calls. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {

  @Bean
  Validator validator() {
    return Validation.byDefaultProvider()
        .configure()
        .ignoreXmlConfiguration()
        .messageInterpolator(new CallersLanguage())
        .buildValidatorFactory()
        .getValidator();
  }

  @Bean
  OperationBeans operationBeans(
      FunctionCatalog catalog, OperationTable table, ListableBeanFactory beans) {
    return new OperationBeans(catalog, table, beans.getBeansOfType(ForeignOperation.class));
  }

  @Bean
  PushEndpoint pushEndpoint(Authentication authentication, OperationBeans beans) {
    return new PushEndpoint(authentication, beans);
  }

  @Bean
  Idempotency idempotency(Transactions transactions, JdbcClient jdbc, Sealer sealer) {
    return new Idempotency(transactions, jdbc, sealer);
  }

  @Bean
  RunningCalls runningCalls() {
    return new RunningCalls();
  }

  @Bean
  Dispatcher dispatcher(
      OperationTable table,
      OperationBeans beans,
      JsonMapper json,
      Validator validator,
      Authentication authentication,
      Idempotency idempotency,
      PushEndpoint push,
      OutboxPublisher outbox,
      Served served,
      ObjectProvider<Healthy> parts,
      RunningCalls calls) {
    return new Dispatcher(
        table,
        beans,
        new RequestBinder(json, validator),
        authentication,
        idempotency,
        push,
        outbox,
        json,
        served,
        parts.orderedStream().toList(),
        calls);
  }

  /** Bean Validation's own messages, in the caller's language, without an expression language. */
  private static final class CallersLanguage implements MessageInterpolator {

    private final MessageInterpolator messages =
        new ParameterMessageInterpolator(
            java.util.Set.of(Locale.KOREAN, Locale.ENGLISH), Locale.ENGLISH, false);

    @Override
    public String interpolate(String template, Context context) {
      return messages.interpolate(template, context, Locales.current());
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return messages.interpolate(template, context, Locales.current());
    }
  }
}
