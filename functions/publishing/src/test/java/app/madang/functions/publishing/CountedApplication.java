package app.madang.functions.publishing;

import app.madang.runtime.FunctionApplication;
import app.madang.testing.StatementCounter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The function as deployed, with its statements counted. */
@FunctionApplication
@Import(PublishingApplication.class)
class CountedApplication {

  @Bean
  static BeanPostProcessor counting() {
    return StatementCounter.everyDataSource();
  }
}
