package app.madang.knowledge;

import app.madang.knowledge.internal.KnowledgeBeans;
import app.madang.runtime.Sealer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** For who reads documents of forms, and who is asked with them: {@link FormFiles}. */
@Configuration(proxyBeanMethods = false)
public class FormFilesConfiguration {

  @Bean
  FormFiles formFiles(JdbcClient jdbc, JsonMapper json, Sealer sealer) {
    return KnowledgeBeans.formFiles(jdbc, json, sealer);
  }
}
