package app.madang.functions.documents;

import app.madang.contracts.events.ConnectorDue;
import app.madang.functions.documents.source.Fetched;
import app.madang.functions.documents.source.Fetched.Outcome;
import app.madang.functions.documents.source.Listing;
import app.madang.functions.documents.source.Source;
import app.madang.functions.documents.source.SourceFailed;
import app.madang.functions.documents.source.SourceItem;
import app.madang.functions.documents.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connector's run, a slice an event: list, read what is new, let go what is gone. Each step is a
 * transaction with a sign of life, so a run that is cut anywhere goes on where it was.
 */
final class ConnectorRuns {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectorRuns.class);
  private static final int MOST_ATTEMPTS = 3;

  private final Sweeper sweeper;
  private final ConnectorLeases leases;
  private final ConnectorItems items;
  private final SourceDocuments documents;
  private final SourceBytes bytes;
  private final SealedSettings settings;
  private final Sources sources;
  private final Duration slice;

  ConnectorRuns(
      Sweeper sweeper,
      ConnectorLeases leases,
      ConnectorItems items,
      SourceDocuments documents,
      SourceBytes bytes,
      SealedSettings settings,
      Sources sources,
      Duration slice) {
    this.sweeper = sweeper;
    this.leases = leases;
    this.items = items;
    this.documents = documents;
    this.bytes = bytes;
    this.settings = settings;
    this.sources = sources;
    this.slice = slice;
  }

  void handle(ConnectorDue due) {
    UUID id = due.connectorId();
    Optional<UUID> claimed = leases.claim(id);
    if (claimed.isEmpty()) {
      return;
    }
    UUID lease = claimed.get();
    try {
      work(leases.renew(id, lease));
    } catch (ConnectorLeases.Lost e) {
      leases.release(id, lease);
    } catch (SourceFailed e) {
      sweeper.call(
          () -> {
            items.forgive(id);
            return true;
          });
      leases.fail(id, lease, e);
    } catch (RuntimeException e) {
      LOG.error("The run of connector {} broke off", id, e);
      leases.fail(id, lease, "internal", null, false);
    }
  }

  private void work(ConnectorLease start) {
    Instant end = Instant.now().plus(slice);
    Source source = sources.open(start.kind(), settings.open(start.id(), start.settings()));
    ConnectorLease run = start;
    boolean more = true;
    while (more) {
      if (Instant.now().isAfter(end)) {
        leases.goOn(run.id(), run.lease());
        return;
      }
      more = step(run, source);
      if (more) {
        run = leases.renew(run.id(), run.lease());
      }
    }
  }

  private boolean step(ConnectorLease run, Source source) {
    if (run.state().equals("deleting")) {
      return sweeper.call(() -> letGo(run, true));
    }
    return switch (run.phase()) {
      case "listing" -> list(run, source);
      case "reading" -> read(run, source);
      default -> sweeper.call(() -> letGo(run, false));
    };
  }

  private boolean list(ConnectorLease run, Source source) {
    Listing listing = source.list(run.cursor(), run.checkpoint());
    int most = settings.most(run);
    return sweeper.call(
        () -> {
          leases.held(run.id(), run.lease());
          items.see(run.id(), listing.found(), 0, most, false);
          for (String gone : listing.gone()) {
            items
                .find(run.id(), gone)
                .ifPresent(
                    left -> {
                      documents.remove(run.id(), left.documentId());
                      items.forget(run.id(), gone);
                    });
          }
          if (listing.cursor() == null && !listing.whole()) {
            items.seeFailedAgain(run.id());
          }
          leases.listed(run, listing);
          return true;
        });
  }

  private boolean read(ConnectorLease run, Source source) {
    Optional<ConnectorItems.Row> next =
        sweeper.call(
            () -> {
              leases.held(run.id(), run.lease());
              Optional<ConnectorItems.Row> row = items.next(run.id());
              if (row.isEmpty()) {
                leases.leave(run);
              }
              return row;
            });
    if (next.isEmpty()) {
      return true;
    }
    Path file = bytes.temporary();
    try {
      Fetched fetched = fetch(next.get(), source, file);
      store(run, next.get(), fetched, file);
    } finally {
      delete(file);
    }
    pause(source.pauseMillis());
    return true;
  }

  private Fetched fetch(ConnectorItems.Row row, Source source, Path file) {
    if (row.attempts() > MOST_ATTEMPTS) {
      // the worker did not survive it: the others must not wait for it for ever
      return Fetched.failed("gave_up");
    }
    boolean alive = sweeper.call(() -> documents.isAlive(row.documentId()));
    SourceItem item =
        new SourceItem(
            row.externalId(),
            row.name(),
            row.listed(),
            alive ? row.revision() : null,
            row.depth(),
            items.access(row));
    return source.fetch(item, file);
  }

  private void store(ConnectorLease run, ConnectorItems.Row row, Fetched fetched, Path file) {
    Optional<SourceDocuments.Bytes> stored =
        fetched.outcome() == Outcome.READ ? bytes.store(run, row, fetched, file) : Optional.empty();
    int most = settings.most(run);
    int deepest = settings.deepest(run);
    sweeper.call(
        () -> {
          leases.held(run.id(), run.lease());
          stored.ifPresent(b -> documents.put(run.id(), row, items.access(row), fetched, b));
          if (fetched.outcome() == Outcome.GONE || fetched.outcome() == Outcome.LEFT_OUT) {
            documents.remove(run.id(), row.documentId());
          }
          if (fetched.outcome() == Outcome.GONE) {
            items.forget(run.id(), row.externalId());
          } else {
            items.done(run.id(), row.externalId(), fetched);
            List<String> links = fetched.links() == null ? items.links(row) : fetched.links();
            if (row.depth() < deepest) {
              items.see(
                  run.id(),
                  links.stream().map(ConnectorRuns::linked).toList(),
                  row.depth() + 1,
                  most,
                  true);
            }
          }
          return true;
        });
  }

  private static SourceItem linked(String link) {
    return SourceItem.listed(link, link, null);
  }

  private boolean letGo(ConnectorLease run, boolean all) {
    leases.held(run.id(), run.lease());
    if (!all && run.whole()) {
      items
          .allFailed(run.id())
          .ifPresent(
              problem -> {
                throw new SourceFailed(problem, null, true);
              });
    }
    List<ConnectorItems.Left> left =
        all || run.whole() ? items.left(run.id(), all) : List.<ConnectorItems.Left>of();
    for (ConnectorItems.Left item : left) {
      documents.remove(run.id(), item.documentId());
      items.forget(run.id(), item.externalId());
    }
    if (!left.isEmpty()) {
      return true;
    }
    if (all) {
      leases.forget(run);
    } else {
      items.mapRights(run.id());
      leases.finish(run);
    }
    return false;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectorLeases.Lost();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
