package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.metering.BudgetExceeded;
import app.madang.models.ModelFailure;
import app.madang.models.masking.PersonalDataBlocked;
import app.madang.models.routing.RoutedFailure;
import app.madang.models.routing.RoutingProblem;
import app.madang.runtime.ProblemException;
import app.madang.toolbox.ReleaseSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why no model answered, as callers are told. */
final class ModelProblems {

  private static final Logger LOG = LoggerFactory.getLogger(ModelProblems.class);

  private ModelProblems() {}

  /** What the caller is told; what is no failure of asking stays as it is. */
  static RuntimeException of(RuntimeException e) {
    return switch (e) {
      case RoutingProblem problem -> problem(problem);
      case BudgetExceeded spent -> spent.problem();
      case PersonalDataBlocked blocked -> new ProblemException(ProblemCode.PERSONAL_DATA_BLOCKED);
      case RoutedFailure failure -> {
        LOG.warn("No model answered: {}", failure.attempts());
        yield problem(failure.last());
      }
      default -> e;
    };
  }

  /** The same of a tool's answer: who asks it does not choose the model that it names. */
  static RuntimeException ofTool(@Nullable ReleaseSnapshot tool, RuntimeException e) {
    RuntimeException told = of(e);
    return tool != null
            && tool.model() != null
            && told instanceof ProblemException problem
            && problem.code() == ProblemCode.MODEL_NOT_FOUND
        ? new ProblemException(ProblemCode.TOOL_MODEL_GONE)
        : e;
  }

  static ProblemException problem(RoutingProblem e) {
    return switch (e.reason()) {
      case UNKNOWN_MODEL -> new ProblemException(ProblemCode.MODEL_NOT_FOUND);
      case TOO_LONG ->
          new ProblemException(
              ProblemCode.CONTEXT_TOO_LONG,
              List.of(
                  new ProblemException.FieldError("tokens", Long.toString(e.tokens())),
                  new ProblemException.FieldError("most", Long.toString(e.most()))));
      case ABILITY -> new ProblemException(ProblemCode.IMAGES_NOT_TAKEN);
      case NO_MODEL, CLEARANCE -> new ProblemException(ProblemCode.MODEL_NOT_FOUND);
    };
  }

  private static ProblemException problem(ModelFailure last) {
    return new ProblemException(
        switch (last.kind()) {
          case CONTENT_REFUSED -> ProblemCode.MODEL_REFUSED;
          case TOO_LONG -> ProblemCode.CONTEXT_TOO_LONG;
          case RATE_LIMITED -> ProblemCode.RATE_LIMITED;
          case CUT, SILENCE, GARBLED, INVALID -> ProblemCode.MODEL_FAILED;
          default -> ProblemCode.UNAVAILABLE;
        });
  }
}
