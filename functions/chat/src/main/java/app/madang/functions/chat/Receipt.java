package app.madang.functions.chat;

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

  static Receipt of(DoorAnswer answer, Catalogue catalogue, String currency, int passages) {
    Tokens tokens = answer.completion().tokens();
    Map<String, Integer> masked = new TreeMap<>();
    for (Map.Entry<PersonalData, Integer> kind : answer.masked().entrySet()) {
      masked.put(kind.getKey().name().toLowerCase(Locale.ROOT), kind.getValue());
    }
    return new Receipt(
        answer.model(),
        name(catalogue, answer.model()),
        answer.attempts().stream().map(attempt -> tried(catalogue, attempt)).toList(),
        tokens.input(),
        tokens.cachedInput(),
        tokens.output(),
        tokens.estimated(),
        answer.cost().units(),
        currency,
        masked,
        passages,
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
