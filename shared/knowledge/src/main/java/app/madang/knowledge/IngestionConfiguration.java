package app.madang.knowledge;

import app.madang.knowledge.internal.KnowledgeBeans;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** For the worker that reads documents: {@link Documents} and {@link PassageWriter}. */
@Configuration(proxyBeanMethods = false)
public class IngestionConfiguration {

  @Bean
  Documents documents(JdbcClient jdbc, JsonMapper json) {
    return KnowledgeBeans.documents(jdbc, json);
  }

  @Bean
  PassageWriter passageWriter(JdbcClient jdbc, JsonMapper json) {
    return KnowledgeBeans.passageWriter(jdbc, json);
  }
}
