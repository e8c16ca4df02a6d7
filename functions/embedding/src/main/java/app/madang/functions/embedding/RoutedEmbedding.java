package app.madang.functions.embedding;

import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.models.EmbeddingPurpose;
import app.madang.models.door.LibraryDoor;
import app.madang.models.masking.PersonalDataBlocked;
import app.madang.models.routing.RoutedFailure;
import app.madang.models.routing.RoutingProblem;
import java.util.List;

/** The model in this process, or a vendor's that an administrator set up: who is asked for. */
final class RoutedEmbedding implements EmbeddingPort {

  private final OnnxEmbedding local;
  private final LibraryDoor door;

  RoutedEmbedding(OnnxEmbedding local, LibraryDoor door) {
    this.local = local;
    this.door = door;
  }

  @Override
  public List<float[]> embed(EmbeddingSpace space, Purpose purpose, List<String> texts) {
    List<float[]> vectors =
        space.equals(EmbeddingSpace.LOCAL) ? local.embed(texts) : ask(space, purpose, texts);
    if (vectors.stream().anyMatch(vector -> vector.length != space.dimensions())) {
      throw new EmbeddingUnavailableException(
          space.model() + " does not give vectors of " + space.dimensions());
    }
    return vectors;
  }

  private List<float[]> ask(EmbeddingSpace space, Purpose purpose, List<String> texts) {
    EmbeddingPurpose told =
        purpose == Purpose.QUESTION ? EmbeddingPurpose.QUESTION : EmbeddingPurpose.PASSAGE;
    try {
      return door.embed(space.model(), space.dimensions(), told, texts);
    } catch (RoutingProblem | RoutedFailure | PersonalDataBlocked e) {
      throw new EmbeddingUnavailableException(space.model() + " cannot be asked", e);
    }
  }
}
