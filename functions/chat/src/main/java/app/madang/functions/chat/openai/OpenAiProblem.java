package app.madang.functions.chat.openai;

import app.madang.metering.BudgetExceeded;
import app.madang.models.ModelFailure;
import app.madang.models.masking.PersonalDataBlocked;
import app.madang.models.routing.RoutedFailure;
import app.madang.models.routing.RoutingProblem;
import app.madang.runtime.ProblemException;
import org.jspecify.annotations.Nullable;

/** A failure in OpenAI's words. */
public final class OpenAiProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String MISFIT = "output_misfit";

  private final int status;
  private final String type;
  private final @Nullable String code;
  private final @Nullable String param;
  private final int retryAfterSeconds;

  private OpenAiProblem(
      int status,
      String type,
      @Nullable String code,
      String message,
      @Nullable String param,
      int retryAfterSeconds) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
    this.code = code;
    this.param = param;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  static OpenAiProblem invalid(@Nullable String param, String message) {
    return new OpenAiProblem(400, "invalid_request_error", null, message, param, 0);
  }

  static OpenAiProblem badKey() {
    return new OpenAiProblem(
        401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided.", null, 0);
  }

  static OpenAiProblem stopping() {
    return new OpenAiProblem(
        503,
        "server_error",
        "server_stopping",
        "The server is stopping. Please try again.",
        null,
        1);
  }

  static OpenAiProblem tooLarge() {
    return new OpenAiProblem(
        413, "invalid_request_error", "request_too_large", "The body is too large.", null, 0);
  }

  static OpenAiProblem tooFast(int retryAfterSeconds) {
    return new OpenAiProblem(
        429,
        "requests",
        "rate_limit_exceeded",
        "Too many requests with this key.",
        null,
        retryAfterSeconds);
  }

  static OpenAiProblem unknownModel(String model) {
    return new OpenAiProblem(
        404,
        "invalid_request_error",
        "model_not_found",
        "The model '" + model + "' does not exist or you do not have access to it.",
        "model",
        0);
  }

  /** Whatever the door threw. */
  static OpenAiProblem of(Throwable thrown, String model) {
    return switch (thrown) {
      case OpenAiProblem problem -> problem;
      case RoutingProblem problem -> of(problem, model);
      case ProblemException problem -> of(problem, model);
      case BudgetExceeded spent ->
          new OpenAiProblem(
              429,
              "insufficient_quota",
              "insufficient_quota",
              "The budget of the "
                  + spent.scope().name().toLowerCase(java.util.Locale.ROOT)
                  + " is used up until "
                  + spent.resetsAt()
                  + ".",
              null,
              0);
      case PersonalDataBlocked blocked ->
          new OpenAiProblem(
              400,
              "invalid_request_error",
              "personal_data_blocked",
              "The messages hold personal data that this model must not get: "
                  + blocked.kinds()
                  + ".",
              "messages",
              0);
      case RoutedFailure failure -> of(failure.last());
      default -> new OpenAiProblem(500, "server_error", null, "The server had an error.", null, 0);
    };
  }

  private static OpenAiProblem of(ProblemException problem, String model) {
    return switch (problem.code()) {
      case NOT_FOUND, MODEL_NOT_FOUND -> unknownModel(model);
      case IMAGES_NOT_TAKEN -> invalid("messages", "This model takes no images.");
      case MODEL_NEEDED ->
          new OpenAiProblem(
              503, "server_error", "model_unavailable", "No model is set up.", null, 0);
      case TOOL_MODEL_GONE ->
          new OpenAiProblem(
              503,
              "server_error",
              "model_unavailable",
              "The model of this tool can no longer be used. Its owners must choose another.",
              null,
              0);
      case OUTPUT_MISFIT ->
          new OpenAiProblem(
              502,
              "server_error",
              MISFIT,
              "Twice the answer did not fit the JSON schema of this model.",
              null,
              0);
      default -> new OpenAiProblem(500, "server_error", null, "The server had an error.", null, 0);
    };
  }

  private static OpenAiProblem of(RoutingProblem problem, String model) {
    return switch (problem.reason()) {
      case UNKNOWN_MODEL, NO_MODEL -> unknownModel(model);
      case TOO_LONG ->
          new OpenAiProblem(
              400,
              "invalid_request_error",
              "context_length_exceeded",
              "This model's maximum context length is "
                  + problem.most()
                  + " tokens. However, your messages and the answer need about "
                  + problem.tokens()
                  + " tokens.",
              "messages",
              0);
      case CLEARANCE, ABILITY ->
          new OpenAiProblem(
              400,
              "invalid_request_error",
              "unsupported",
              "No model that you may use can do what is asked.",
              "model",
              0);
    };
  }

  private static OpenAiProblem of(ModelFailure last) {
    return switch (last.kind()) {
      case RATE_LIMITED ->
          tooFast(
              last.retryAfter() == null
                  ? 5
                  : Math.toIntExact(Math.max(1, last.retryAfter().toSeconds())));
      case CONTENT_REFUSED ->
          new OpenAiProblem(
              400,
              "invalid_request_error",
              "content_filter",
              "The model's filter refused the content.",
              "messages",
              0);
      case TOO_LONG ->
          new OpenAiProblem(
              400,
              "invalid_request_error",
              "context_length_exceeded",
              "The messages are longer than the model's context.",
              "messages",
              0);
      case INVALID -> invalid(null, "The model does not take this request.");
      default ->
          new OpenAiProblem(
              503, "server_error", "model_unavailable", "No model could answer.", null, 0);
    };
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Whether waiting some seconds does not help, or was done here already. */
  boolean isFinal() {
    return "insufficient_quota".equals(code) || MISFIT.equals(code);
  }

  int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** OpenAI's error object. */
  String json() {
    return "{\"error\":{\"message\":"
        + Quoted.of(getMessage())
        + ",\"type\":"
        + Quoted.of(type)
        + ",\"param\":"
        + (param == null ? "null" : Quoted.of(param))
        + ",\"code\":"
        + (code == null ? "null" : Quoted.of(code))
        + "}}";
  }
}
