package app.madang.functions.reporting;

import app.madang.runtime.FunctionApplication;
import app.madang.testing.StatementCounter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The function as deployed, with its statements counted. */
@FunctionApplication
@Import(ReportingApplication.class)
class CountedApplication {

  @Bean
  static BeanPostProcessor counting() {
    return StatementCounter.everyDataSource();
  }

  /** The test's own receiver is the one private address that may be posted to. */
  @Bean
  static BeanPostProcessor receiving() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HttpsDoor
            ? new HttpsDoor(Receiver.get().trusting(), Receiver::mayBePostedTo)
            : bean;
      }
    };
  }
}
