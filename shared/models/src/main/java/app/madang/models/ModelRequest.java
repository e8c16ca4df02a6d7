package app.madang.models;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One call of one model, in words that every vendor's interface has.
 *
 * @param messages the conversation, oldest first; what the system says comes first
 * @param tools what the model may call; empty for none
 * @param toolChoice whether it must
 * @param format what the answer looks like
 * @param sampling how it is drawn
 */
public record ModelRequest(
    List<ModelMessage> messages,
    List<Tool> tools,
    ToolChoice toolChoice,
    Format format,
    Sampling sampling) {

  /** Copies the lists. */
  public ModelRequest {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }

  /** Text for text, as the model likes to draw it. */
  public static ModelRequest of(List<ModelMessage> messages) {
    return new ModelRequest(
        messages, List.of(), ToolChoice.AUTO, Format.text(), Sampling.defaults());
  }

  /** The same call with other messages. */
  public ModelRequest withMessages(List<ModelMessage> others) {
    return new ModelRequest(others, tools, toolChoice, format, sampling);
  }

  /** The same call drawn otherwise. */
  public ModelRequest withSampling(Sampling other) {
    return new ModelRequest(messages, tools, toolChoice, format, other);
  }

  /**
   * A function that the model may ask for.
   *
   * @param parameters a JSON Schema of an object
   * @param strict whether its arguments must fit the schema; null leaves it to the vendor
   */
  public record Tool(
      String name, @Nullable String description, String parameters, @Nullable Boolean strict) {}

  /** Whether tools are called. */
  public enum ToolChoice {
    /** As the model sees fit. */
    AUTO,
    /** At least one. */
    REQUIRED,
    /** None. */
    NONE
  }

  /**
   * What the answer looks like.
   *
   * @param kind words, any JSON, or JSON by a schema
   * @param name the schema's name; null without one
   * @param schema a JSON Schema; null without one
   * @param strict whether the answer must fit it
   */
  public record Format(Kind kind, @Nullable String name, @Nullable String schema, boolean strict) {

    /** The kinds of answer. */
    public enum Kind {
      /** Words. */
      TEXT,
      /** Any JSON object. */
      JSON,
      /** JSON that fits a schema. */
      SCHEMA
    }

    /** Words. */
    public static Format text() {
      return new Format(Kind.TEXT, null, null, false);
    }
  }

  /**
   * How the answer is drawn; null leaves it to the model.
   *
   * @param maxOutputTokens after which it is cut
   * @param rarer what few ask for, and only some vendors take
   */
  public record Sampling(
      @Nullable Double temperature,
      @Nullable Double topP,
      @Nullable Integer maxOutputTokens,
      List<String> stop,
      @Nullable Effort effort,
      Rarer rarer) {

    /** Copies the list. */
    public Sampling {
      stop = List.copyOf(stop);
    }

    /** With nothing of what few ask for. */
    public Sampling(
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer maxOutputTokens,
        List<String> stop,
        @Nullable Effort effort) {
      this(temperature, topP, maxOutputTokens, stop, effort, Rarer.none());
    }

    /** All left to the model. */
    public static Sampling defaults() {
      return new Sampling(null, null, null, List.of(), null);
    }

    /** The same with another limit. */
    public Sampling withMaxOutputTokens(int tokens) {
      return new Sampling(temperature, topP, tokens, stop, effort, rarer);
    }
  }

  /**
   * What few ask for; null leaves it to the model.
   *
   * @param parallelCalls whether several tools may be called at once
   * @param seed the same draws for the same seed, as far as a vendor can
   * @param logitBias by token
   */
  public record Rarer(
      @Nullable Boolean parallelCalls,
      @Nullable Integer seed,
      @Nullable Double frequencyPenalty,
      @Nullable Double presencePenalty,
      Map<String, Integer> logitBias) {

    /** Sorts a copy of the map: the call is part of a key. */
    public Rarer {
      logitBias = Collections.unmodifiableMap(new TreeMap<>(logitBias));
    }

    /** Nothing of it. */
    public static Rarer none() {
      return new Rarer(null, null, null, null, Map.of());
    }
  }

  /** How long a model that reasons should. */
  public enum Effort {
    /** Hardly. */
    LOW,
    /** As usual. */
    MEDIUM,
    /** As long as it helps. */
    HIGH
  }
}
