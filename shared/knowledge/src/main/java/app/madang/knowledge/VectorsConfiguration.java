package app.madang.knowledge;

import app.madang.knowledge.internal.KnowledgeBeans;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** For the worker that gives passages their vectors: {@link DocumentVectors}. */
@Configuration(proxyBeanMethods = false)
public class VectorsConfiguration {

  @Bean
  DocumentVectors documentVectors(JdbcClient jdbc, JsonMapper json) {
    return KnowledgeBeans.documentVectors(jdbc, json);
  }
}
