package dev.langchain4j.model.openai;

/**
 * Stands for a provider's class in the planted violation; the real one is not on this classpath.
 */
public final class OpenAiChatModel {}
