package app.madang.functions.chat;

import app.madang.contracts.Clearance;
import app.madang.contracts.ProblemCode;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Library;
import app.madang.knowledge.Meaning;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.SearchOutcome;
import app.madang.knowledge.SearchRequest;
import app.madang.models.ModelMessage.Image;
import app.madang.models.ModelRequest.Sampling;
import app.madang.models.Source;
import app.madang.models.Turn;
import app.madang.runtime.ProblemException;
import app.madang.toolbox.ReleaseSnapshot;
import app.madang.toolbox.Runs;
import app.madang.toolbox.ToolOutput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Released tools as programs outside use them: a question comes with its whole conversation. */
final class ToolRuns {

  private static final int SOURCES = 8;

  private final ToolAccess access;
  private final Retrieval retrieval;
  private final Library library;
  private final LoneAnswers answers;
  private final FollowUps followUps;

  ToolRuns(
      ToolAccess access,
      Retrieval retrieval,
      Library library,
      LoneAnswers answers,
      FollowUps followUps) {
    this.access = access;
    this.retrieval = retrieval;
    this.library = library;
    this.answers = answers;
    this.followUps = followUps;
  }

  /**
   * What a program asks of a tool.
   *
   * @param id the answer's
   * @param history what was said before, as the program tells it
   * @param question what it asks of the tool as it is live now
   */
  record Ask(
      UUID id,
      UUID toolId,
      List<Turn> history,
      Function<ReleaseSnapshot, Posed> question,
      List<Image> images,
      Sampling sampling,
      @Nullable UUID keyId) {}

  /**
   * What a tool answered.
   *
   * @param references what the answer's marks stand for, for who shows nothing but text; may be
   *     empty
   */
  record Answered(
      int release, LoneAnswers.Said said, List<Citation> citations, String references) {}

  /**
   * The caller's tool as it is live begins to answer.
   *
   * @throws ProblemException not_found when it is not the caller's to use; invalid_request when the
   *     question does not fit it
   */
  Run begin(Ask ask) {
    return access.begin(
        ask.toolId(), ask.id(), tool -> new Run(ask, ask.question().apply(tool), tool));
  }

  /** One answer. */
  final class Run {

    private final Ask ask;
    private final Posed question;
    private final ReleaseSnapshot tool;
    private volatile List<Hit> hits = List.of();
    private volatile @Nullable String asked;

    private Run(Ask ask, Posed question, ReleaseSnapshot tool) {
      this.ask = ask;
      this.question = question;
      this.tool = tool;
    }

    /** Whether the caller may still use the tool, and read what the answer rests on. */
    boolean mayGoOn() {
      return access.mayUse(tool) && library.mayRead(hits.stream().map(Hit::passageId).toList());
    }

    /** Answers on the calling thread; throws what the models' door throws. */
    Answered answer(LoneAnswers.Listener listener) {
      Costs costs = new Costs(listener);
      try {
        SearchOutcome found = search(costs);
        List<Hit> given = Secrecy.toGiveAway(found);
        hits = given;
        List<Source> sources = new ArrayList<>();
        for (Hit hit : given) {
          sources.add(new Source(sources.size() + 1, hit.documentName(), hit.text()));
        }
        LoneAnswers.Said said =
            answers.alone(
                new LoneAnswers.Alone(
                    ask.id(),
                    ask.history(),
                    question,
                    ask.images(),
                    sources,
                    ModelAnswers.USUAL,
                    tool,
                    tool.model(),
                    ask.sampling(),
                    ask.keyId()),
                costs);
        if (said.receipt() != null) {
          costs.add(said.receipt().cost());
        }
        if (!mayGoOn()) {
          throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        // what a program reads as JSON has no place for what its marks stand for
        boolean json = tool.output().kind() == ToolOutput.Kind.JSON;
        List<Citation> cited = json ? List.of() : CitedSources.of(said.text(), given);
        String references =
            json ? "" : CitedSources.references(cited) + Secrecy.keptBack(found, given);
        end(listener.cancelled() ? Runs.Outcome.STOPPED : Runs.Outcome.COMPLETE, cited, costs);
        return new Answered(tool.number(), said, cited, references);
      } catch (RuntimeException e) {
        end(listener.cancelled() ? Runs.Outcome.STOPPED : Runs.Outcome.FAILED, List.of(), costs);
        throw ModelProblems.ofTool(tool, e);
      } catch (Error e) {
        end(listener.cancelled() ? Runs.Outcome.STOPPED : Runs.Outcome.FAILED, List.of(), costs);
        throw e;
      }
    }

    private SearchOutcome search(Costs costs) {
      if (!tool.reads()) {
        asked = question.searched();
        return new SearchOutcome(List.of(), Meaning.OFF);
      }
      FollowUps.Rewritten made =
          followUps.standalone(
              ask.history(),
              question.searched(),
              new ModelAnswers.Beside(
                  null, tool.model(), Clearance.INTERNAL, tool.toolId(), ask.keyId()));
      if (made.took() != null) {
        costs.add(made.took().cost());
      }
      String alone = made.alone().orElse(question.searched());
      SearchOutcome found =
          retrieval.search(new SearchRequest(alone, tool.collectionIds(), SOURCES));
      // what confidential passages are about is told to nobody
      asked = found.clearance() == Clearance.CONFIDENTIAL ? null : alone;
      return found;
    }

    private void end(Runs.Outcome outcome, List<Citation> cited, Costs costs) {
      String about = asked;
      access.ended(
          ask.id(),
          new Runs.Ended(
              outcome,
              tool.reads() ? hits.size() : null,
              cited.size(),
              costs.sum(),
              about == null ? null : access.topic(tool, about)));
    }
  }

  /** Adds up what an answer took, also when it broke. */
  private static final class Costs implements LoneAnswers.Listener {

    private final LoneAnswers.Listener listener;
    private @Nullable BigDecimal sum;

    private Costs(LoneAnswers.Listener listener) {
      this.listener = listener;
    }

    private void add(BigDecimal cost) {
      sum = sum == null ? cost : sum.add(cost);
    }

    private @Nullable BigDecimal sum() {
      return sum;
    }

    @Override
    public boolean piecewise() {
      return listener.piecewise();
    }

    @Override
    public void text(String delta) {
      listener.text(delta);
    }

    @Override
    public boolean cancelled() {
      return listener.cancelled();
    }

    @Override
    public void broke(Receipt receipt) {
      add(receipt.cost());
    }
  }
}
