package app.madang.functions.chat;

import app.madang.contracts.EventType;
import app.madang.contracts.events.EvaluationDue;
import app.madang.functions.chat.Asking.Ask;
import app.madang.functions.chat.Asking.MessageId;
import app.madang.functions.chat.Asking.Regenerate;
import app.madang.functions.chat.Conversations.ConversationDetail;
import app.madang.functions.chat.Conversations.ConversationId;
import app.madang.functions.chat.Conversations.CreateConversation;
import app.madang.functions.chat.Conversations.GetConversation;
import app.madang.functions.chat.Conversations.ListConversations;
import app.madang.functions.chat.Conversations.RenameConversation;
import app.madang.functions.chat.InstructionAssistant.SuggestInstructions;
import app.madang.functions.chat.InstructionAssistant.Suggestion;
import app.madang.functions.chat.Pictures.AddImage;
import app.madang.functions.chat.Pictures.ImageId;
import app.madang.functions.chat.Rating.AnswerId;
import app.madang.functions.chat.Rating.RateAnswer;
import app.madang.functions.chat.Resuming.ResumeAnswer;
import app.madang.identity.IdentityConfiguration;
import app.madang.knowledge.ContentWords;
import app.madang.knowledge.FormFiles;
import app.madang.knowledge.FormFilesConfiguration;
import app.madang.knowledge.Passages;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.RetrievalConfiguration;
import app.madang.metering.Tariff;
import app.madang.models.ModelsConfiguration;
import app.madang.models.door.ModelDoor;
import app.madang.models.setup.ModelSetup;
import app.madang.runtime.FunctionApplication;
import app.madang.runtime.OperationFunction;
import app.madang.runtime.Outbox;
import app.madang.runtime.Page;
import app.madang.runtime.Sealer;
import app.madang.runtime.ServerEvent;
import app.madang.runtime.Transactions;
import app.madang.toolbox.Evaluations;
import app.madang.toolbox.ReleasedTools;
import app.madang.toolbox.Runs;
import java.util.function.Consumer;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The operations of the chat function, one bean an operationId. */
@FunctionApplication
@Import({
  IdentityConfiguration.class,
  RetrievalConfiguration.class,
  FormFilesConfiguration.class,
  ModelsConfiguration.class,
  ModelConfiguration.class,
  StreamConfiguration.class
})
public class ChatApplication {

  /** Where Spring's AOT step starts. */
  public static void main(String[] args) {
    OperationFunction.boot(ChatApplication.class);
  }

  @Bean
  Conversations conversations(
      Transactions transactions,
      JdbcClient jdbc,
      MessageRows messages,
      SearchIndex index,
      Generations generations,
      ToolAccess tools) {
    return new Conversations(transactions, jdbc, messages, index, generations, tools);
  }

  @Bean
  Runs runs(JdbcClient jdbc, Outbox outbox) {
    return new Runs(
        jdbc,
        event -> outbox.append(EventType.CANARY_OBSERVED.topic(), event),
        new ContentWords()::of);
  }

  @Bean
  ToolAccess toolAccess(Transactions transactions, JdbcClient jdbc, Runs runs) {
    return new ToolAccess(transactions, new ReleasedTools(jdbc), runs);
  }

  @Bean
  FormDocuments formDocuments(FormFiles files) {
    return new FormDocuments(files);
  }

  @Bean
  Resuming resuming(
      SavedAnswers saved,
      StreamStore store,
      Generations generations,
      Transactions transactions,
      Passages passages,
      JsonMapper json) {
    return new Resuming(
        saved, store, generations, new StillReadable.Rights(transactions, passages, json));
  }

  @Bean
  Asking asking(
      Transactions transactions,
      JdbcClient jdbc,
      Sealer sealer,
      MessageRows messages,
      SearchIndex index,
      Resuming resuming,
      Generations generations,
      JsonMapper json,
      SealedText sealed,
      ModelAnswers answers,
      Pictures pictures,
      ToolAccess tools,
      FormDocuments documents) {
    return new Asking(
        transactions,
        new Turns(jdbc, json, messages, sealed),
        messages,
        index,
        new AskOnce(jdbc, sealer),
        resuming,
        generations,
        answers,
        pictures,
        tools,
        documents);
  }

  @Bean
  InstructionAssistant instructionAssistant(
      ModelDoor door, ModelSetup setup, Tariff tariff, Spenders spenders) {
    return new InstructionAssistant(door, setup, tariff, spenders);
  }

  @Bean
  Function<SuggestInstructions, Suggestion> suggestInstructions(InstructionAssistant assistant) {
    return assistant::suggest;
  }

  @Bean
  GoldenAnswers goldenAnswers(
      Transactions transactions,
      JdbcClient jdbc,
      Outbox outbox,
      Retrieval retrieval,
      ModelAnswers answers,
      LoneAnswers alone) {
    Evaluations evaluations =
        new Evaluations(jdbc, due -> outbox.append(EventType.EVALUATION_DUE.topic(), due));
    return new GoldenAnswers(transactions, jdbc, evaluations, retrieval, answers, alone);
  }

  @Bean("chat.evaluation-due")
  Consumer<EvaluationDue> evaluationDue(GoldenAnswers golden) {
    return golden::handle;
  }

  @Bean
  Function<AddImage, Picture> addImage(Pictures pictures) {
    return pictures::add;
  }

  @Bean
  Function<ImageId, Pictures.Whole> getImage(Pictures pictures) {
    return pictures::get;
  }

  @Bean
  Rating rating(Transactions transactions, JdbcClient jdbc, Runs runs) {
    return new Rating(transactions, jdbc, runs);
  }

  @Bean
  Function<ListConversations, Page<Conversation>> listConversations(Conversations conversations) {
    return conversations::list;
  }

  @Bean
  Function<CreateConversation, Conversation> createConversation(Conversations conversations) {
    return conversations::create;
  }

  @Bean
  Function<GetConversation, ConversationDetail> getConversation(Conversations conversations) {
    return conversations::get;
  }

  @Bean
  Function<RenameConversation, Conversation> renameConversation(Conversations conversations) {
    return conversations::rename;
  }

  @Bean
  Consumer<ConversationId> deleteConversation(Conversations conversations) {
    return conversations::delete;
  }

  @Bean
  Function<Ask, Publisher<ServerEvent>> ask(Asking asking) {
    return asking::ask;
  }

  @Bean
  Function<Regenerate, Publisher<ServerEvent>> regenerateAnswer(Asking asking) {
    return asking::regenerate;
  }

  @Bean
  Function<ResumeAnswer, Publisher<ServerEvent>> resumeAnswer(Resuming resuming) {
    return resuming::resume;
  }

  @Bean
  Consumer<MessageId> stopAnswer(Resuming resuming) {
    return resuming::stop;
  }

  @Bean
  Consumer<RateAnswer> rateAnswer(Rating rating) {
    return rating::rate;
  }

  @Bean
  Consumer<AnswerId> withdrawRating(Rating rating) {
    return rating::withdraw;
  }
}
