package app.madang.functions.chat;

import app.madang.knowledge.Retrieval;
import app.madang.models.AnswerModel;
import app.madang.runtime.Sealer;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * How answers are made and read. {@code REDIS_URL} is Valkey; without it streams stay on their
 * instance.
 */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

  @Bean
  StreamRules streamRules() {
    return StreamRules.STANDARD;
  }

  @Bean(destroyMethod = "close")
  Valkey valkey() {
    return new Valkey(Settings.optional("REDIS_URL"));
  }

  @Bean
  StreamStore streamStore(Valkey valkey, Sealer sealer, JsonMapper json, StreamRules rules) {
    return new StreamStore(valkey, sealer, json, rules.kept());
  }

  @Bean
  MessageRows messageRows(JdbcClient jdbc, JsonMapper json) {
    return new MessageRows(jdbc, json);
  }

  @Bean
  SearchIndex searchIndex(JdbcClient jdbc) {
    return new SearchIndex(jdbc);
  }

  @Bean
  SavedAnswers savedAnswers(
      Transactions transactions,
      JdbcClient jdbc,
      JsonMapper json,
      MessageRows messages,
      SearchIndex index) {
    return new SavedAnswers(transactions, jdbc, json, messages, index);
  }

  @Bean(destroyMethod = "close")
  Generations generations(
      Retrieval retrieval,
      AnswerModel model,
      SavedAnswers saved,
      StreamStore store,
      StreamRules rules) {
    return new Generations(new Generations.Parts(retrieval, model, saved, store, rules));
  }
}
