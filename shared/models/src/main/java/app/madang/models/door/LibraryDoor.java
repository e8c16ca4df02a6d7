package app.madang.models.door;

import app.madang.contracts.Clearance;
import app.madang.models.EmbeddingPurpose;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.masking.Masker;
import app.madang.models.masking.Placeholders;
import app.madang.models.routing.Attempt;
import app.madang.models.routing.Ledger;
import app.madang.models.routing.VectorRouter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of the company's documents, and of the searches in them, to a vendor's embedding model.
 * Every text is masked before it leaves. Nobody pays for it by name: no budget is asked, and what
 * it took is only logged.
 */
public final class LibraryDoor {

  private static final Logger LOG = LoggerFactory.getLogger(LibraryDoor.class);

  private final VectorRouter router;
  private final ModelDoor.Maskers maskers;

  /** Over what the platform is set up with. */
  public LibraryDoor(VectorRouter router, ModelDoor.Maskers maskers) {
    this.router = router;
    this.maskers = maskers;
  }

  /**
   * One vector a text, in order.
   *
   * @throws app.madang.models.routing.RoutingProblem when the model may not be asked
   * @throws app.madang.models.routing.RoutedFailure when it did not answer
   */
  public List<float[]> embed(
      String id, int dimensions, EmbeddingPurpose purpose, List<String> texts) {
    CatalogModel model = router.model(id, texts, dimensions, Clearance.INTERNAL);
    Masker masker = maskers.of(model.masks());
    List<String> leave =
        texts.stream().map(text -> masker.mask(text, new Placeholders()).text()).toList();
    // a model of one length is not told it: many endpoints refuse the word
    Integer asked =
        model.dimensions() != null && model.dimensions() > dimensions ? dimensions : null;
    return router.embed(model, leave, asked, purpose, LibraryDoor::logged).embedded().vectors();
  }

  private static Ledger.Hold logged(CatalogModel model, app.madang.models.Tokens worst) {
    return (Attempt attempt) ->
        LOG.info("{} read {} tokens of documents", model.id(), attempt.tokens().input());
  }
}
