package app.madang.knowledge;

import app.madang.knowledge.internal.KnowledgeBeans;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * For the function that removes documents and tidies up: {@link PassageWriter} and {@link
 * StatisticsCompactor}.
 */
@Configuration(proxyBeanMethods = false)
public class RemovalConfiguration {

  @Bean
  PassageWriter passageWriter(JdbcClient jdbc, JsonMapper json) {
    return KnowledgeBeans.passageWriter(jdbc, json);
  }

  @Bean
  StatisticsCompactor statisticsCompactor(JdbcClient jdbc) {
    return KnowledgeBeans.statisticsCompactor(jdbc);
  }
}
