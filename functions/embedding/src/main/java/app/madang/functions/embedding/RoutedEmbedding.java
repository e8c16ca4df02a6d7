package app.madang.functions.embedding;

import app.madang.contracts.Clearance;
import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.knowledge.EmbeddingPort.Purpose;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.metering.BudgetExceeded;
import app.madang.metering.Spender;
import app.madang.models.EmbeddingPurpose;
import app.madang.models.door.LibraryDoor;
import app.madang.models.door.LibraryRequest;
import app.madang.models.masking.PersonalDataBlocked;
import app.madang.models.routing.RoutedFailure;
import app.madang.models.routing.RoutingProblem;
import app.madang.runtime.Transactions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The model in this process, which costs nothing, or a vendor's that an administrator set up and
 * somebody pays: who is asked for.
 */
final class RoutedEmbedding {

  private final OnnxEmbedding local;
  private final LibraryDoor door;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  RoutedEmbedding(
      OnnxEmbedding local, LibraryDoor door, Transactions transactions, JdbcClient jdbc) {
    this.local = local;
    this.door = door;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /**
   * One vector a text, in order, each as long as the space says.
   *
   * @throws EmbeddingUnavailableException when there are none now
   * @throws BudgetExceeded when a budget does not allow what somebody waits for
   */
  List<float[]> embed(
      EmbeddingSpace space, Purpose purpose, List<String> texts, Clearance data, Bill bill) {
    List<float[]> vectors =
        space.equals(EmbeddingSpace.LOCAL)
            ? local.embed(texts)
            : ask(space, purpose, texts, data, bill);
    if (vectors.stream().anyMatch(vector -> vector.length != space.dimensions())) {
      throw new EmbeddingUnavailableException(
          space.model() + " does not give vectors of " + space.dimensions());
    }
    return vectors;
  }

  private List<float[]> ask(
      EmbeddingSpace space, Purpose purpose, List<String> texts, Clearance data, Bill bill) {
    EmbeddingPurpose told =
        purpose == Purpose.QUESTION ? EmbeddingPurpose.QUESTION : EmbeddingPurpose.PASSAGE;
    try {
      return door.embed(
          new LibraryRequest(
              space.model(), space.dimensions(), told, texts, data, spender(bill), bill.waited()));
    } catch (RoutingProblem | RoutedFailure | PersonalDataBlocked e) {
      throw new EmbeddingUnavailableException(space.model() + " cannot be asked", e);
    }
  }

  private Spender spender(Bill bill) {
    UUID person = bill.person();
    if (person == null) {
      return Spender.company();
    }
    Set<UUID> groups =
        transactions.read(
            () ->
                jdbc.sql("SELECT identity.groups_of(?)").param(person).query(UUID.class).stream()
                    .collect(Collectors.toSet()));
    return new Spender(person, groups, null);
  }
}
