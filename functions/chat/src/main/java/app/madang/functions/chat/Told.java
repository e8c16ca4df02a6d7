package app.madang.functions.chat;

import app.madang.metering.Money;
import app.madang.models.AnswerSink;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.door.DoorSink;
import app.madang.models.masking.PersonalData;
import app.madang.models.routing.Attempt;
import app.madang.models.routing.Skipped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer on its way from the models' door to its reader.
 *
 * @param before what was asked of models for the same answer; null when nothing was
 */
record Told(Reader reader, Receipt.Terms terms, @Nullable Receipt before) implements DoorSink {

  /** Who gets an answer while it is written. */
  interface Reader extends AnswerSink {

    /** Another model goes on. */
    default void switched(String model) {}

    /** Nothing comes of it, and this is what it took. */
    default void broke(Receipt receipt) {}
  }

  @Override
  public void text(String delta) {
    reader.text(delta);
  }

  @Override
  public boolean cancelled() {
    return reader.cancelled();
  }

  @Override
  public void switched(String from, String to, boolean midway) {
    reader.switched(terms.catalogue().model(to).map(CatalogModel::name).orElse(to));
  }

  @Override
  public void broke(
      List<Attempt> attempts,
      List<Skipped> skipped,
      Map<PersonalData, Integer> masked,
      Money cost) {
    if (!attempts.isEmpty()) {
      Receipt made = Receipt.ofBroken(attempts, skipped, masked, cost, terms);
      reader.broke(before == null ? made : before.and(made));
    } else if (before != null) {
      reader.broke(before);
    }
  }
}
