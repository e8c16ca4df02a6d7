package app.madang.functions.embedding;

import app.madang.contracts.Clearance;
import app.madang.contracts.ProblemCode;
import app.madang.functions.embedding.TextEmbedding.EmbedTexts;
import app.madang.functions.embedding.TextEmbedding.TextVectors;
import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.knowledge.EmbeddingPort.Purpose;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.metering.BudgetExceeded;
import app.madang.models.masking.PersonalDataBlocked;
import app.madang.models.routing.RoutingProblem;
import app.madang.models.routing.RoutingProblem.Reason;
import app.madang.runtime.ProblemException;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Operation {@code embedTexts}: vectors for a search that somebody waits for. */
final class TextEmbedding implements Function<EmbedTexts, TextVectors> {

  private static final Logger LOG = LoggerFactory.getLogger(TextEmbedding.class);

  /** The texts of a search; the local model's, unless another is named with its length. */
  record EmbedTexts(
      @NotEmpty @Size(max = 16) List<@Size(min = 1, max = 8000) String> texts,
      @Nullable @Size(min = 1, max = 64) String model,
      @Nullable Integer dimensions,
      @Nullable Purpose purpose,
      @Nullable Clearance data,
      @Nullable UUID person) {

    EmbeddingSpace space() {
      return model == null || dimensions == null
          ? EmbeddingSpace.LOCAL
          : new EmbeddingSpace(model, dimensions);
    }
  }

  /** One vector a text, in order. */
  record TextVectors(String model, List<float[]> vectors) {}

  private final RoutedEmbedding model;

  TextEmbedding(RoutedEmbedding model) {
    this.model = model;
  }

  @Override
  public TextVectors apply(EmbedTexts input) {
    EmbeddingSpace space = input.space();
    Purpose purpose = input.purpose() == null ? Purpose.PASSAGE : input.purpose();
    Clearance data = input.data() == null ? Clearance.INTERNAL : input.data();
    try {
      return new TextVectors(
          space.model(),
          model.embed(space, purpose, input.texts(), data, Bill.ofSearch(input.person())));
    } catch (BudgetExceeded e) {
      throw e.problem();
    } catch (EmbeddingUnavailableException e) {
      LOG.warn("{}", e.getMessage(), e.getCause());
      throw new ProblemException(problem(e));
    }
  }

  /** What is not this text's fault makes searches wait for better days; a refusal does not. */
  private static ProblemCode problem(EmbeddingUnavailableException e) {
    return switch (e.getCause()) {
      case RoutingProblem routing when routing.reason() == Reason.CLEARANCE ->
          ProblemCode.MODEL_NOT_FOUND;
      case PersonalDataBlocked _ -> ProblemCode.PERSONAL_DATA_BLOCKED;
      case null, default -> ProblemCode.UNAVAILABLE;
    };
  }
}
