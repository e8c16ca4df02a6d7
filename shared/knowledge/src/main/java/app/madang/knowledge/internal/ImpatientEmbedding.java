package app.madang.knowledge.internal;

import app.madang.contracts.Clearance;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.runtime.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives up on a slow answer but lets it finish, which wakes a cold function; until then, and for a
 * while after a failure, nobody waits at all.
 */
final class ImpatientEmbedding implements EmbeddingPort, AutoCloseable {

  private final EmbeddingPort patient;
  private final Duration patience;
  private final Duration rest;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Nano time until which callers go on without; a late answer moves it back to now. */
  private final AtomicLong restUntil = new AtomicLong(System.nanoTime());

  ImpatientEmbedding(EmbeddingPort patient, Duration patience, Duration rest) {
    this.patient = patient;
    this.patience = patience;
    this.rest = rest;
  }

  @Override
  public List<float[]> embed(
      EmbeddingSpace space, Purpose purpose, Clearance data, List<String> texts) {
    if (System.nanoTime() - restUntil.get() < 0) {
      throw new EmbeddingUnavailableException("resting");
    }
    Optional<Caller> caller = Caller.find();
    Callable<List<float[]>> work = () -> answer(space, purpose, data, texts);
    Future<List<float[]>> answer =
        threads.submit(caller.isPresent() ? () -> Caller.callAs(caller.get(), work) : work);
    try {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      if (!answer.isDone()) {
        restUntil.set(System.nanoTime() + rest.toNanos());
      }
      throw new EmbeddingUnavailableException("too slow", e);
    } catch (ExecutionException e) {
      // one person's empty budget is not everybody's, nor is one secret text
      if (!(e.getCause() instanceof EmbeddingUnavailableException known && known.isRefusal())) {
        restUntil.set(System.nanoTime() + rest.toNanos());
      }
      throw new EmbeddingUnavailableException("failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddingUnavailableException("interrupted", e);
    }
  }

  private List<float[]> answer(
      EmbeddingSpace space, Purpose purpose, Clearance data, List<String> texts) {
    List<float[]> vectors = patient.embed(space, purpose, data, texts);
    restUntil.set(System.nanoTime());
    return vectors;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
