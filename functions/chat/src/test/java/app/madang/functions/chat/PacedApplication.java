package app.madang.functions.chat;

import app.madang.models.AnswerModel;
import app.madang.runtime.FunctionApplication;
import app.madang.testing.StatementCounter;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * The function as deployed, with a model of known pace, short patience, and its statements counted.
 */
@FunctionApplication
@Import(ChatApplication.class)
class PacedApplication {

  @Bean
  @Primary
  AnswerModel pacedModel() {
    return new PacedModel();
  }

  @Bean
  @Primary
  StreamRules impatientRules() {
    return new StreamRules(
        Duration.ofSeconds(3),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofSeconds(20));
  }

  @Bean
  static BeanPostProcessor counting() {
    return StatementCounter.everyDataSource();
  }
}
