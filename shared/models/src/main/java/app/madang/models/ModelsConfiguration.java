package app.madang.models;

import app.madang.models.internal.ExtractiveModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The model that answers: the extractive one, while no vendor is set. */
@Configuration(proxyBeanMethods = false)
public class ModelsConfiguration {

  @Bean
  AnswerModel answerModel() {
    return new ExtractiveModel();
  }
}
