package app.madang.functions.publishing;

import app.madang.contracts.events.CanaryObserved;
import app.madang.functions.publishing.CanaryMeasure.Verdict;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes canaries back that fare badly. Judging and rolling back are one transaction, conditional on
 * the canary's number, so that any number of deliveries roll back once and never a later release.
 */
final class CanaryJudge {

  private static final Logger LOG = LoggerFactory.getLogger(CanaryJudge.class);

  private final Worker worker;
  private final CanaryRows rows;
  private final JsonMapper json;

  CanaryJudge(Worker worker, CanaryRows rows, JsonMapper json) {
    this.worker = worker;
    this.rows = rows;
    this.json = json;
  }

  /** An answer of a canary ended or was rated. */
  void handle(CanaryObserved event) {
    judge(event.toolId());
  }

  /** For events that were lost, and for answers whose writer died. */
  void sweep() {
    Sweep.all(worker.call(rows::all).stream().map(tool -> () -> judge(tool)));
  }

  private void judge(UUID tool) {
    Optional<String> failed = worker.call(() -> judged(tool));
    failed.ifPresent(reason -> LOG.warn("The canary of tool {} was taken back: {}", tool, reason));
  }

  private Optional<String> judged(UUID tool) {
    return rows.find(tool)
        .flatMap(
            canary ->
                canary.measures().stream()
                    .filter(measure -> measure.verdict() == Verdict.FAILS)
                    .findFirst()
                    .map(json::writeValueAsString)
                    .or(() -> rows.notProven(tool, canary.number()))
                    .filter(reason -> rows.rollBack(tool, canary.number(), null, reason)));
  }
}
