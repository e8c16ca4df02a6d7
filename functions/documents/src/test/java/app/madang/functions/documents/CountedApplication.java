package app.madang.functions.documents;

import app.madang.functions.documents.source.RecordedSources;
import app.madang.functions.documents.source.Sources;
import app.madang.runtime.FunctionApplication;
import app.madang.testing.StatementCounter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The function as deployed, with its statements counted. */
@FunctionApplication
@Import(DocumentsApplication.class)
class CountedApplication {

  @Bean
  static BeanPostProcessor counting() {
    return StatementCounter.everyDataSource();
  }

  /** Google is a third party: Drive answers as recorded. */
  @Bean
  static BeanPostProcessor recordedDrive() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Sources ? RecordedSources.get().sources() : bean;
      }
    };
  }
}
