package app.madang.functions.planted;

import app.madang.functions.plantedtoo.OtherFunction;
import app.madang.knowledge.internal.planted.Secret;
import dev.langchain4j.model.openai.OpenAiChatModel;

/** Breaks rules on purpose: another function, another's internals, a provider, a dump's name. */
public final class PlantedHelper {
  OtherFunction other = new OtherFunction();
  Secret secret = new Secret();
  Class<?> provider = OpenAiChatModel.class;
  Class<?> jackson = com.fasterxml.jackson.databind.ObjectMapper.class;
}
