package app.madang.functions.chat;

import app.madang.contracts.Clearance;
import app.madang.contracts.ProblemCode;
import app.madang.contracts.events.EvaluationDue;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Meaning;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.SearchOutcome;
import app.madang.knowledge.SearchRequest;
import app.madang.metering.UsageEvent;
import app.madang.models.ModelRequest.Sampling;
import app.madang.models.Source;
import app.madang.runtime.Caller;
import app.madang.runtime.Locales;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import app.madang.toolbox.Evaluations;
import app.madang.toolbox.Evaluations.Due;
import app.madang.toolbox.GoldenScore;
import app.madang.toolbox.GoldenScore.Passage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers golden questions as conversations are answered: with the rights, the masking and the
 * budgets of who asked for the evaluation, but without a conversation and without acting outside.
 */
final class GoldenAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(GoldenAnswers.class);
  private static final int SOURCES = 8;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Evaluations evaluations;
  private final Retrieval retrieval;
  private final ModelAnswers answers;
  private final LoneAnswers alone;
  private final GoldenJudge judge;

  GoldenAnswers(
      Transactions transactions,
      JdbcClient jdbc,
      Evaluations evaluations,
      Retrieval retrieval,
      ModelAnswers answers,
      LoneAnswers alone) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.evaluations = evaluations;
    this.retrieval = retrieval;
    this.answers = answers;
    this.alone = alone;
    this.judge = new GoldenJudge(answers);
  }

  /** An answer and its score. */
  private record Scored(Evaluations.Answered answered, GoldenScore score) {}

  /** A second delivery finds nothing to do; an answer that never ends is asked for by the sweep. */
  void handle(EvaluationDue event) {
    Optional<Due> claimed = asWorker(() -> evaluations.claim(event.resultId()));
    if (claimed.isEmpty()) {
      return;
    }
    Due due = claimed.get();
    Caller asker = new Caller(due.askedBy(), "", "", Set.of());
    Scored[] scored = new Scored[1];
    try {
      Locales.runIn(
          Locale.forLanguageTag(due.locale()),
          () -> Caller.runAs(asker, () -> scored[0] = answer(due)));
    } catch (RuntimeException e) {
      LOG.warn("Golden question {} was not answered", due.id(), e);
      String code = code(ModelProblems.of(e));
      asWorker(() -> failed(due, code));
      return;
    }
    asWorker(() -> keep(due, scored[0]));
  }

  private boolean failed(Due due, String code) {
    evaluations.failed(due.id(), due.attempt(), code);
    return true;
  }

  private boolean keep(Due due, Scored scored) {
    evaluations.done(due, scored.answered(), scored.score());
    return true;
  }

  private static String code(RuntimeException e) {
    ProblemCode code =
        e instanceof ProblemException problem ? problem.code() : ProblemCode.INTERNAL;
    return code.name().toLowerCase(Locale.ROOT);
  }

  private Scored answer(Due due) {
    mustStillAct(due.askedBy());
    SearchOutcome found = search(due);
    List<Hit> hits = found.hits();
    Clearance data = ModelAnswers.USUAL.with(found.clearance());
    String rubric = rubric(due.expected(), data);
    List<Source> sources = new ArrayList<>();
    for (Hit hit : hits) {
      sources.add(new Source(sources.size() + 1, hit.documentName(), hit.text()));
    }
    LoneAnswers.Said said =
        alone.alone(
            new LoneAnswers.Alone(
                UsageEvent.newId(Instant.now()),
                List.of(),
                Posed.inWords(due.question()),
                List.of(),
                sources,
                data,
                due.tool(),
                due.tool().model(),
                Sampling.defaults(),
                null),
            LoneAnswers.Listener.silent(() -> false));
    GoldenJudge.Verdict verdict =
        rubric == null
            ? null
            : judge.judge(due.question(), rubric, said.text(), data, due.tool().toolId());
    return scored(due, hits, said, verdict);
  }

  /** Events carry no sign-in: who was suspended since has no rights to lend. */
  private void mustStillAct(UUID asker) {
    boolean suspended =
        transactions.read(
            () ->
                jdbc.sql("SELECT identity.is_suspended(?)")
                    .param(asker)
                    .query(Boolean.class)
                    .single());
    if (suspended) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }

  /** Null when nobody judges; what expects nothing else must be judged. */
  private @Nullable String rubric(GoldenScore.Expected expected, Clearance data) {
    if (expected.rubric() == null || judge.there(data)) {
      return expected.rubric();
    }
    if (expected.onlyJudged()) {
      throw new ProblemException(ProblemCode.MODEL_NEEDED);
    }
    return null;
  }

  private SearchOutcome search(Due due) {
    return due.tool().reads()
        ? Secrecy.toTell(
            retrieval.search(
                new SearchRequest(due.question(), due.tool().collectionIds(), SOURCES)))
        : new SearchOutcome(List.of(), Meaning.OFF);
  }

  private Scored scored(
      Due due, List<Hit> hits, LoneAnswers.Said said, GoldenJudge.@Nullable Verdict verdict) {
    Set<Integer> marks = marks(said.text());
    List<Passage> cited = new ArrayList<>();
    for (int mark : marks) {
      if (mark >= 1 && mark <= hits.size()) {
        cited.add(passage(hits.get(mark - 1)));
      }
    }
    GoldenScore score =
        GoldenScore.of(
            due.expected(),
            new GoldenScore.Given(
                said.text(),
                hits.stream().map(GoldenAnswers::passage).toList(),
                cited,
                cited.size() < marks.size(),
                verdict == null ? null : verdict.share()));
    BigDecimal cost = said.receipt() == null ? null : said.receipt().cost();
    if (verdict != null && verdict.cost() != null) {
      cost = cost == null ? verdict.cost() : cost.add(verdict.cost());
    }
    return new Scored(
        new Evaluations.Answered(
            said.text(),
            hits.stream().map(Hit::documentName).distinct().toList(),
            verdict == null ? null : verdict.reason(),
            said.receipt() == null ? answers.quoter() : said.receipt().model(),
            cost),
        score);
  }

  private static Passage passage(Hit hit) {
    return new Passage(hit.documentName(), hit.text());
  }

  private static Set<Integer> marks(String answer) {
    Set<Integer> marks = new TreeSet<>();
    Matcher mark = CitedSources.MARK.matcher(answer);
    while (mark.find()) {
      marks.add(Integer.parseInt(mark.group(1)));
    }
    return marks;
  }

  /** Acts for nobody. */
  private <T> T asWorker(Supplier<T> work) {
    return transactions.call(
        () -> {
          jdbc.sql("SELECT set_config('app.worker', 'publishing', true)")
              .query(String.class)
              .single();
          return work.get();
        });
  }
}
