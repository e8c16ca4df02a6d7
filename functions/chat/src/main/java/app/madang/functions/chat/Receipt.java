package app.madang.functions.chat;

import app.madang.metering.Money;
import app.madang.models.Tokens;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.door.DoorAnswer;
import app.madang.models.masking.PersonalData;
import app.madang.models.routing.Attempt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an answer came; kept with it. */
record Receipt(
    String model,
    String modelName,
    List<Tried> attempts,
    long inputTokens,
    long cachedInputTokens,
    long outputTokens,
    boolean estimated,
    BigDecimal cost,
    String currency,
    Map<String, Integer> masked,
    int passages,
    @Nullable Boolean fromCache,
    @Nullable Boolean rewritten) {

  /** A model that was asked. */
  record Tried(
      String model, String modelName, @Nullable String failure, int firstTokenMillis, int millis) {}

  /** Whose names, and in what money. */
  record Terms(Catalogue catalogue, String currency, int passages) {}

  static Receipt of(DoorAnswer answer, Terms terms) {
    return of(
        answer.model(),
        answer.attempts(),
        answer.completion().tokens(),
        answer.cost(),
        answer.masked(),
        terms);
  }

  /** Of an answer that no model finished; of the last that was asked. */
  static Receipt ofBroken(
      List<Attempt> attempts, Map<PersonalData, Integer> masked, Money cost, Terms terms) {
    Tokens spent = attempts.stream().map(Attempt::tokens).reduce(Tokens.NONE, Tokens::plus);
    return of(attempts.getLast().model(), attempts, spent, cost, masked, terms);
  }

  private static Receipt of(
      String model,
      List<Attempt> attempts,
      Tokens tokens,
      Money cost,
      Map<PersonalData, Integer> counts,
      Terms terms) {
    Map<String, Integer> masked = new TreeMap<>();
    for (Map.Entry<PersonalData, Integer> kind : counts.entrySet()) {
      masked.put(kind.getKey().name().toLowerCase(Locale.ROOT), kind.getValue());
    }
    return new Receipt(
        model,
        name(terms.catalogue(), model),
        attempts.stream().map(attempt -> tried(terms.catalogue(), attempt)).toList(),
        tokens.input(),
        tokens.cachedInput(),
        tokens.output(),
        tokens.estimated(),
        cost.units(),
        terms.currency(),
        masked,
        terms.passages(),
        null,
        null);
  }

  /** The search was for other words than the question's own; which, is not kept in the open. */
  Receipt ofRewritten() {
    return new Receipt(
        model,
        modelName,
        attempts,
        inputTokens,
        cachedInputTokens,
        outputTokens,
        estimated,
        cost,
        currency,
        masked,
        passages,
        fromCache,
        true);
  }

  private static Tried tried(Catalogue catalogue, Attempt attempt) {
    return new Tried(
        attempt.model(),
        name(catalogue, attempt.model()),
        attempt.failure() == null ? null : attempt.failure().name().toLowerCase(Locale.ROOT),
        attempt.firstTokenMillis(),
        attempt.millis());
  }

  private static String name(Catalogue catalogue, String id) {
    return catalogue.model(id).map(CatalogModel::name).orElse(id);
  }
}
