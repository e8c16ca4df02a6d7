package app.madang.models.internal.vendor;

import app.madang.models.ModelFailure;
import app.madang.models.ModelFailure.Kind;
import app.madang.models.Patience;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/** One call that is under way: how long it may take and how it is broken off. */
final class Call implements AutoCloseable {

  private static final ScopedValue<Call> CURRENT = ScopedValue.newInstance();

  private final Patience patience;
  private final BooleanSupplier cancelled;
  private final long started = System.nanoTime();
  private final AtomicReference<@Nullable ModelFailure> broken = new AtomicReference<>();
  private volatile long lastSign;
  private volatile boolean spoke;
  private volatile @Nullable HttpUriRequestBase request;
  private EventLines.Shortcut shortcut = (data, length) -> false;

  private Call(Patience patience, BooleanSupplier cancelled) {
    this.patience = patience;
    this.cancelled = cancelled;
    this.lastSign = started;
  }

  /** Runs it watched; the wire finds it as {@link #current()}. */
  static <T> T run(Patience patience, BooleanSupplier cancelled, Function<Call, T> body) {
    try (Call call = new Call(patience, cancelled)) {
      Watch.add(call);
      return ScopedValue.where(CURRENT, call).call(() -> body.apply(call));
    }
  }

  static Call current() {
    return CURRENT.get();
  }

  void sends(HttpUriRequestBase sent) {
    request = sent;
    if (broken.get() != null) {
      sent.cancel();
    }
  }

  /** Events that it takes do not reach langchain4j. */
  void shortens(EventLines.Shortcut by) {
    shortcut = by;
  }

  EventLines.Shortcut shortcut() {
    return shortcut;
  }

  /** A piece came. */
  void sign() {
    spoke = true;
    lastSign = System.nanoTime();
  }

  boolean spoke() {
    return spoke;
  }

  /** Breaks it off when nobody wants it or patience ends. */
  void check(long now) {
    if (cancelled.getAsBoolean()) {
      breakOff(new ModelFailure(Kind.CANCELLED, null));
    } else if (!spoke && now - started > patience.firstToken().toNanos()) {
      breakOff(new ModelFailure(Kind.NO_FIRST_TOKEN, null));
    } else if (spoke && now - lastSign > patience.silence().toNanos()
        || now - started > patience.whole().toNanos()) {
      breakOff(new ModelFailure(Kind.SILENCE, null));
    }
  }

  /** The first reason counts. */
  void breakOff(ModelFailure reason) {
    if (broken.compareAndSet(null, reason)) {
      HttpUriRequestBase sent = request;
      if (sent != null) {
        sent.cancel();
      }
    }
  }

  @Nullable ModelFailure broken() {
    return broken.get();
  }

  @Override
  public void close() {
    Watch.remove(this);
  }
}
