package app.madang.models.routing;

import app.madang.models.Tokens;
import app.madang.models.catalogue.CatalogModel;

/** Keeps the money: holds the worst before a model is asked, and settles what it took. */
public interface Ledger {

  /**
   * Sets money aside for one attempt.
   *
   * @param worst the most tokens that it can take
   * @throws RuntimeException when a budget does not allow it; nothing is asked then
   */
  Hold hold(CatalogModel model, Tokens worst);

  /** Money set aside. */
  interface Hold {

    /** What the attempt took; called once, however it ended. */
    void settle(Attempt attempt);
  }
}
