package app.madang.functions.chat;

import app.madang.metering.Money;
import app.madang.models.Tokens;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.door.DoorAnswer;
import app.madang.models.masking.PersonalData;
import app.madang.models.routing.Attempt;
import app.madang.models.routing.Skipped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an answer came; kept with it.
 *
 * @param inputTokens of all that was asked for the answer's sake, as are the other counts and the
 *     cost
 * @param skipped models that would have been asked earlier; null in receipts from before they were
 *     kept
 * @param rewriting what the question in words that stand alone took, if it was asked for
 * @param actions what the tool did outside; null when nothing
 */
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
    @Nullable Boolean rewritten,
    @Nullable List<Passed> skipped,
    @Nullable Rewriting rewriting,
    @Nullable List<Called> actions) {

  /** What a tool did outside, or was kept from; the outcome in lower case. */
  record Called(
      String name,
      String source,
      String host,
      String method,
      boolean writing,
      boolean confirmed,
      String outcome,
      @Nullable String reason) {}

  /** A model that was asked. */
  record Tried(
      String model, String modelName, @Nullable String failure, int firstTokenMillis, int millis) {}

  /** A model that was not asked, and why, in lower case. */
  record Passed(String model, String modelName, String reason) {}

  /** A model said how the question reads without its conversation; used or not, it was paid. */
  record Rewriting(
      String model,
      String modelName,
      long inputTokens,
      long cachedInputTokens,
      long outputTokens,
      boolean estimated,
      BigDecimal cost,
      int millis) {}

  /** Whose names, and in what money. */
  record Terms(Catalogue catalogue, String currency, int passages) {}

  static Receipt of(DoorAnswer answer, Terms terms) {
    return of(
        answer.model(),
        answer.attempts(),
        answer.skipped(),
        answer.completion().tokens(),
        answer.cost(),
        answer.masked(),
        terms);
  }

  /** Of an answer that no model finished; of the last that was asked. */
  static Receipt ofBroken(
      List<Attempt> attempts,
      List<Skipped> skipped,
      Map<PersonalData, Integer> masked,
      Money cost,
      Terms terms) {
    Tokens spent = sum(attempts);
    return of(attempts.getLast().model(), attempts, skipped, spent, cost, masked, terms);
  }

  private static Receipt of(
      String model,
      List<Attempt> attempts,
      List<Skipped> skipped,
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
        null,
        skipped.stream().map(one -> passed(terms.catalogue(), one)).toList(),
        null,
        null);
  }

  /** With what was done outside. */
  Receipt with(List<Called> done) {
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
        rewritten,
        skipped,
        rewriting,
        done.isEmpty() ? null : done);
  }

  static Tokens sum(List<Attempt> attempts) {
    return attempts.stream().map(Attempt::tokens).reduce(Tokens.NONE, Tokens::plus);
  }

  /** What the rewriting of a question took. */
  static Rewriting ofRewriting(List<Attempt> attempts, Money cost, Catalogue catalogue) {
    Tokens tokens = sum(attempts);
    String model = attempts.getLast().model();
    return new Rewriting(
        model,
        name(catalogue, model),
        tokens.input(),
        tokens.cachedInput(),
        tokens.output(),
        tokens.estimated(),
        cost.units(),
        attempts.stream().mapToInt(Attempt::millis).sum());
  }

  /**
   * With what was asked before the answer.
   *
   * @param searched whether the search was for other words than the question's own; which, is not
   *     kept in the open
   */
  Receipt after(Rewriting took, boolean searched) {
    return new Receipt(
        model,
        modelName,
        attempts,
        inputTokens + took.inputTokens(),
        cachedInputTokens + took.cachedInputTokens(),
        outputTokens + took.outputTokens(),
        estimated || took.estimated(),
        cost.add(took.cost()),
        currency,
        masked,
        passages,
        fromCache,
        searched ? true : null,
        skipped,
        took,
        actions);
  }

  /** With a second asking for the same answer. */
  Receipt and(Receipt second) {
    List<Tried> all = new ArrayList<>(attempts);
    all.addAll(second.attempts);
    return new Receipt(
        second.model,
        second.modelName,
        all,
        inputTokens + second.inputTokens,
        cachedInputTokens + second.cachedInputTokens,
        outputTokens + second.outputTokens,
        estimated || second.estimated,
        cost.add(second.cost),
        currency,
        second.masked,
        passages,
        fromCache,
        rewritten,
        second.skipped,
        rewriting,
        actions);
  }

  private static Passed passed(Catalogue catalogue, Skipped one) {
    return new Passed(
        one.model(), name(catalogue, one.model()), one.why().name().toLowerCase(Locale.ROOT));
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
