package app.madang.functions.chat;

import app.madang.functions.chat.ModelChoices.Choices;
import app.madang.functions.chat.ModelChoices.CostEstimate;
import app.madang.functions.chat.ModelChoices.Estimate;
import app.madang.functions.chat.ModelChoices.ListModels;
import app.madang.functions.chat.administration.AdministrationConfiguration;
import app.madang.functions.chat.administration.ModelTrial;
import app.madang.functions.chat.cache.AnswerCache;
import app.madang.functions.chat.mcp.McpConfiguration;
import app.madang.functions.chat.mcp.McpShelf;
import app.madang.functions.chat.mcp.McpTool;
import app.madang.functions.chat.mcp.Visitors;
import app.madang.functions.chat.openai.Beats;
import app.madang.functions.chat.openai.OpenAiConfiguration;
import app.madang.functions.chat.openai.RateLimits;
import app.madang.functions.chat.openai.ToolModels;
import app.madang.knowledge.Library;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.RetrievalConfiguration;
import app.madang.metering.Budgets;
import app.madang.metering.Tariff;
import app.madang.metering.UsageLog;
import app.madang.models.AnswerModel;
import app.madang.models.EmbeddingClient;
import app.madang.models.door.ModelDoor;
import app.madang.models.setup.DoorConfiguration;
import app.madang.models.setup.ModelSetup;
import app.madang.runtime.Sealer;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import app.madang.runtime.telemetry.Telemetry;
import app.madang.runtime.web.ForeignOperation;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Who writes answers, and what of that people may choose. */
@Configuration(proxyBeanMethods = false)
@Import({
  DoorConfiguration.class,
  OpenAiConfiguration.class,
  McpConfiguration.class,
  AdministrationConfiguration.class
})
class ModelConfiguration {

  @Bean
  ChatMeters chatMeters(Telemetry telemetry) {
    return new ChatMeters(telemetry);
  }

  @Bean
  RateLimits keyBuckets(
      Valkey valkey, Transactions transactions, JdbcClient jdbc, ChatMeters meters) {
    return meters.counted(new KeyBuckets(valkey, transactions, jdbc));
  }

  @Bean
  McpTool askTool(Retrieval retrieval, LoneAnswers answers) {
    return new AskTool(retrieval, answers);
  }

  @Bean
  McpTool searchTool(Retrieval retrieval) {
    return new SearchTool(retrieval);
  }

  @Bean
  ToolRuns toolRuns(
      ToolAccess access,
      Retrieval retrieval,
      Library library,
      LoneAnswers answers,
      FollowUps followUps) {
    return new ToolRuns(access, retrieval, library, answers, followUps);
  }

  @Bean
  ToolModels toolModels(ToolAccess access, ToolRuns runs, JsonMapper json) {
    return new OpenToolModels(access, runs, json);
  }

  @Bean
  McpShelf releasedMcpTools(ToolAccess access, ToolRuns runs) {
    return new ReleasedMcpTools(access, runs);
  }

  @Bean
  ForeignOperation runTool(
      ToolRuns runs,
      FormDocuments documents,
      Visitors visitors,
      RateLimits limits,
      Beats beats,
      JsonMapper json) {
    return new RunTool(runs, documents, visitors, limits, beats, json);
  }

  @Bean
  Spenders spenders(Transactions transactions, JdbcClient jdbc) {
    return new Spenders(transactions, jdbc);
  }

  @Bean
  ModelTrial modelTrial(ModelSetup setup, Budgets budgets, Tariff tariff, Spenders spenders) {
    return new ModelTrial(setup, budgets, tariff, spenders::current);
  }

  @Bean
  Pictures pictures(Transactions transactions, JdbcClient jdbc, Sealer sealer) {
    return new Pictures(transactions, jdbc, sealer);
  }

  @Bean(destroyMethod = "close")
  ActionDoor actionDoor(Transactions transactions, JdbcClient jdbc, Sealer sealer) {
    boolean privateAllowed =
        Settings.optional("ACTION_PRIVATE_ADDRESSES").filter("true"::equals).isPresent();
    return new ActionDoor(transactions, jdbc, sealer, privateAllowed);
  }

  @Bean
  Confirmations confirmations(Transactions transactions, JdbcClient jdbc, StreamRules rules) {
    return new Confirmations(transactions, jdbc, rules.confirmed());
  }

  @Bean
  Actions actions(
      ActionDoor door,
      Confirmations confirmations,
      Transactions transactions,
      JdbcClient jdbc,
      JsonMapper json) {
    return new Actions(door, confirmations, transactions, jdbc, json);
  }

  @Bean
  Consumer<Confirmations.DecideAction> decideAction(Confirmations confirmations) {
    return confirmations::decide;
  }

  @Bean
  ConversationPlaceholders placeholders(Transactions transactions, JdbcClient jdbc, Sealer sealer) {
    return new ConversationPlaceholders(transactions, jdbc, sealer);
  }

  @Bean
  ModelAnswers modelAnswers(
      ModelDoor door,
      ModelSetup setup,
      Tariff tariff,
      AnswerModel quoting,
      ConversationPlaceholders placeholders,
      Spenders spenders) {
    return new ModelAnswers(door, setup, tariff, quoting, placeholders, spenders);
  }

  @Bean
  ConversationAnswers conversationAnswers(
      ModelDoor door,
      ModelAnswers answers,
      ConversationPlaceholders placeholders,
      Spenders spenders,
      Pictures pictures,
      Actions actions) {
    return new ConversationAnswers(door, answers, placeholders, spenders, pictures, actions);
  }

  @Bean
  LoneAnswers loneAnswers(ModelDoor door, ModelAnswers answers, Spenders spenders) {
    return new LoneAnswers(door, answers, spenders);
  }

  @Bean
  FollowUps followUps(ModelAnswers answers) {
    return new FollowUps(answers);
  }

  /** Nobody waits for it as a search does: its first call may wake the function. */
  @Bean
  EmbeddingClient localVectors(JsonMapper json) {
    return new LocalVectors(RetrievalConfiguration.patientEmbedding(json));
  }

  @Bean
  AnswerCache answerCache(
      Valkey valkey,
      Sealer sealer,
      JsonMapper json,
      ModelSetup setup,
      UsageLog usage,
      ChatMeters meters) {
    return new AnswerCache(
        meters.counted(new ValkeyShelf(valkey)),
        sealer,
        json,
        setup,
        usage,
        Settings.required("SEALING_KEYSET"));
  }

  @Bean
  AnsweredBefore answeredBefore(
      AnswerCache cache,
      ModelSetup setup,
      ModelAnswers answers,
      Library library,
      Spenders spenders,
      Tariff tariff) {
    return new AnsweredBefore(cache, setup, answers, library, spenders, tariff);
  }

  @Bean
  ModelChoices modelChoices(
      ModelSetup setup,
      ModelAnswers answers,
      ModelDoor door,
      Tariff tariff,
      Transactions transactions,
      JdbcClient jdbc) {
    ModelChoices choices = new ModelChoices(setup, answers, door, tariff);
    ToldChoices told = new ToldChoices(transactions, jdbc);
    setup.afterRead(() -> told.tell(choices.ids()));
    return choices;
  }

  @Bean
  Function<ListModels, Choices> listModels(ModelChoices choices) {
    return choices::list;
  }

  @Bean
  Function<Estimate, CostEstimate> estimateCost(ModelChoices choices) {
    return choices::estimate;
  }
}
