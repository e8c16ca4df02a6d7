package app.madang.functions.chat.openai;

import app.madang.functions.chat.cache.AnswerCache;
import app.madang.identity.ApiKeys;
import app.madang.models.door.ModelDoor;
import app.madang.models.door.VectorDoor;
import app.madang.models.setup.ModelSetup;
import app.madang.runtime.web.ForeignOperation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** OpenAI's operations; {@link RateLimits} is the function's. */
@Configuration(proxyBeanMethods = false)
public class OpenAiConfiguration {

  @Bean
  Callers apiCallers(ApiKeys keys, RateLimits limits) {
    return new Callers(keys, limits);
  }

  @Bean
  Entrance apiEntrance(Callers callers, JsonMapper json) {
    return new Entrance(callers, json);
  }

  @Bean(destroyMethod = "close")
  Beats apiBeats() {
    return new Beats();
  }

  @Bean
  ForeignOperation createChatCompletion(
      Entrance entrance,
      ModelDoor door,
      Beats beats,
      AnswerCache cache,
      ModelSetup setup,
      ToolModels tools) {
    return new ChatCompletions(
        entrance,
        door,
        beats,
        new Repeats(cache, door, setup),
        new ToolCompletions(entrance, beats, tools));
  }

  @Bean
  ForeignOperation createEmbedding(Entrance entrance, VectorDoor door, Beats beats) {
    return new Embeddings(entrance, door, beats);
  }

  @Bean
  ForeignOperation listOpenAiModels(Callers callers, ModelSetup setup, ToolModels tools) {
    return new ListModels(callers, setup, tools);
  }

  @Bean
  ForeignOperation getOpenAiModel(Callers callers, ModelSetup setup, ToolModels tools) {
    return new GetModel(callers, setup, tools);
  }
}
