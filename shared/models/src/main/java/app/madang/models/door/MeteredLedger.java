package app.madang.models.door;

import app.madang.metering.BudgetExceeded;
import app.madang.metering.Budgets;
import app.madang.metering.Money;
import app.madang.metering.Outcome;
import app.madang.metering.Reservation;
import app.madang.metering.Tariff;
import app.madang.metering.UsageEvent;
import app.madang.models.ModelFailure;
import app.madang.models.Tokens;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.routing.Attempt;
import app.madang.models.routing.Ledger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request's money: each attempt is reserved before and settled after. */
final class MeteredLedger implements Ledger {

  private static final Logger LOG = LoggerFactory.getLogger(MeteredLedger.class);

  private final Budgets budgets;
  private final Tariff tariff;
  private final Payer payer;
  private final DoorMeters meters;
  private final DoorMeters.Operation operation;
  private final Instant asked = Instant.now();
  private @Nullable Attempt last;
  private boolean heard;
  private int attempts;
  private Money spent = Money.ZERO;

  MeteredLedger(
      Budgets budgets,
      Tariff tariff,
      Payer payer,
      DoorMeters meters,
      DoorMeters.Operation operation) {
    this.budgets = budgets;
    this.tariff = tariff;
    this.payer = payer;
    this.meters = meters;
    this.operation = operation;
  }

  Money spent() {
    return spent;
  }

  @Override
  public Hold hold(CatalogModel model, Tokens worst) {
    Instant began = Instant.now();
    Reservation reservation = reserve(model, worst);
    Attempt before = last;
    if (before != null && !before.model().equals(model.id())) {
      meters.failedOver(before, model);
    }
    return attempt -> settle(reservation, model, began, attempt);
  }

  private Reservation reserve(CatalogModel model, Tokens worst) {
    try {
      return budgets.reserve(
          payer.spender(),
          tariff.worstCase(model.price().of(worst.input()), worst.input(), worst.output()));
    } catch (BudgetExceeded e) {
      meters.refused(e);
      throw e;
    }
  }

  private void settle(Reservation reservation, CatalogModel model, Instant began, Attempt attempt) {
    last = attempt;
    attempts++;
    try {
      write(reservation, model, began, attempt);
    } catch (RuntimeException e) {
      // the reader has the answer; the worst case stays charged until it is reconciled
      LOG.error("Usage of request {} cannot be written", payer.requestId(), e);
    }
  }

  private void write(Reservation reservation, CatalogModel model, Instant began, Attempt attempt) {
    Tokens tokens = attempt.tokens();
    Money cost =
        tariff.cost(
            model.price().of(tokens.input()),
            tokens.input(),
            tokens.cachedInput(),
            tokens.cacheWritten(),
            tokens.output());
    spent = spent.plus(cost);
    meters.attempted(model, attempt, began, cost, tariff.currency(), operation);
    if (!heard && attempt.firstTokenMillis() >= 0) {
      heard = true;
      Duration waited = Duration.between(asked, began).plusMillis(attempt.firstTokenMillis());
      meters.firstToken(model, waited, operation);
    }
    UsageEvent event =
        new UsageEvent(
            UsageEvent.newId(began),
            began,
            payer.spender().personId(),
            payer.spender().groupIds(),
            payer.apiKeyId(),
            payer.spender().toolId(),
            payer.conversationId(),
            payer.requestId(),
            attempts,
            attempt.provider(),
            attempt.model(),
            tokens.input(),
            tokens.cachedInput(),
            tokens.output(),
            cost,
            attempt.firstTokenMillis(),
            attempt.millis(),
            outcome(attempt.failure()));
    reservation.settle(event);
  }

  private static Outcome outcome(ModelFailure.@Nullable Kind failure) {
    return switch (failure) {
      case null -> Outcome.OK;
      case CUT, SILENCE, GARBLED -> Outcome.CUT;
      case CANCELLED -> Outcome.CANCELLED;
      case CONTENT_REFUSED -> Outcome.REFUSED;
      default -> Outcome.FAILED;
    };
  }
}
