package app.madang.functions.chat;

import app.madang.knowledge.Library;
import app.madang.knowledge.Passages;
import app.madang.knowledge.Retrieval;
import app.madang.runtime.Sealer;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import app.madang.toolbox.Runs;
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
  SealedText sealedText(Sealer sealer) {
    return new SealedText(sealer);
  }

  @Bean
  MessageRows messageRows(JdbcClient jdbc, JsonMapper json, SealedText sealed, Passages passages) {
    return new MessageRows(jdbc, json, sealed, passages);
  }

  @Bean
  SearchIndex searchIndex(JdbcClient jdbc, SealedText sealed) {
    return new SearchIndex(jdbc, sealed);
  }

  @Bean
  SavedAnswers savedAnswers(
      Transactions transactions,
      JdbcClient jdbc,
      JsonMapper json,
      MessageRows messages,
      SearchIndex index,
      SealedText sealed,
      Runs runs) {
    return new SavedAnswers(transactions, jdbc, json, messages, index, sealed, runs);
  }

  @Bean
  Secrecy secrecy(Transactions transactions, JdbcClient jdbc) {
    return new Secrecy(transactions, jdbc);
  }

  @Bean(destroyMethod = "close")
  Generations generations(
      Retrieval retrieval,
      ModelAnswers answers,
      ConversationAnswers written,
      FollowUps followUps,
      AnsweredBefore before,
      Secrecy secrecy,
      SavedAnswers saved,
      Library library,
      ToolAccess tools,
      StreamStore store,
      StreamRules rules) {
    return new Generations(
        new Generations.Parts(
            retrieval, answers, written, followUps, before, secrecy, saved, library, tools, store,
            rules));
  }
}
