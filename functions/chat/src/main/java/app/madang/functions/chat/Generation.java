package app.madang.functions.chat;

import app.madang.contracts.Clearance;
import app.madang.contracts.ProblemCode;
import app.madang.functions.chat.AnswerEvent.Notice;
import app.madang.functions.chat.AnsweredBefore.Again;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Meaning;
import app.madang.knowledge.SearchOutcome;
import app.madang.knowledge.SearchRequest;
import app.madang.models.Source;
import app.madang.models.catalogue.CatalogModel;
import app.madang.runtime.ProblemException;
import app.madang.runtime.web.Problems;
import app.madang.toolbox.ReleaseSnapshot;
import app.madang.toolbox.Runs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One answer being made: searched, written, watched, kept. Whoever ends it first decides how. */
final class Generation {

  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
  private static final int SOURCES = 8;

  private final Generations.Parts parts;
  private final Question question;
  private final LiveAnswer live;
  private final PersonScope scope = PersonScope.current();
  private final Recorder recorder;
  private volatile List<Hit> sources = List.of();
  private volatile @Nullable Clearance told;
  private volatile @Nullable Receipt receipt;
  private volatile FollowUps.@Nullable Rewritten rewritten;
  private volatile @Nullable Thread writer;
  private volatile @Nullable Thread recording;

  Generation(Generations.Parts parts, Question question, LiveAnswer live) {
    this.parts = parts;
    this.question = question;
    this.live = live;
    this.recorder = new Recorder(live, parts.store());
  }

  LiveAnswer live() {
    return live;
  }

  /** Starts; calls back when every instance can read the whole answer. */
  void start(Runnable recorded) {
    writer = scope.start("answer-writer", this::write);
    scope.start("answer-watch", new Watch(this, live, parts)::run);
    recording =
        scope.start(
            "answer-recorder",
            () -> {
              try {
                recorder.run();
              } finally {
                recorded.run();
              }
            });
  }

  private void write() {
    try {
      Optional<String> key = parts.before().key(question);
      Optional<Again> again = key.flatMap(known -> parts.before().find(known, question));
      if (again.isPresent()) {
        repeat(again.get());
        return;
      }
      SearchOutcome outcome = search();
      sources = outcome.hits();
      Clearance data = parts.secrecy().reads(question.conversation(), outcome);
      tell(outcome, data);
      List<Source> numbered = new ArrayList<>();
      for (Hit hit : outcome.hits()) {
        numbered.add(new Source(numbered.size() + 1, hit.documentName(), hit.text()));
      }
      Optional<Receipt> written =
          parts.written().write(question, data, numbered, new Sink()).map(this::whole);
      written.ifPresent(this::keep);
      if (key.isPresent() && written.isPresent() && !live.isClosed()) {
        parts.before().keep(key.get(), live.text(), outcome, written.get());
      }
      if (written.isPresent()
          && !sources.isEmpty()
          && question.cites()
          && CitedSources.of(live.text(), sources).isEmpty()) {
        notice("no_support");
      }
      end(AnswerStatus.COMPLETE);
    } catch (RuntimeException | Error e) {
      if (!live.isClosed()) {
        LOG.error("Answer {} failed", live.id(), e);
        end(AnswerStatus.FAILED, e);
      }
    }
  }

  /** With what was asked before it. */
  private Receipt whole(Receipt made) {
    FollowUps.Rewritten before = rewritten;
    if (before == null) {
      return made;
    }
    Receipt.Rewriting took = before.took();
    return took == null ? made : made.after(took, before.alone().isPresent());
  }

  /** Who stops an answer does not wait for its receipt, so that it may come after. */
  private void keep(Receipt made) {
    receipt = made;
    if (live.isClosed()) {
      // this thread may be interrupted, and a connection does not outlive that
      scope.start("answer-receipt", () -> parts.saved().keep(live.id(), made));
    }
  }

  private void repeat(Again again) {
    sources = again.sources();
    SearchOutcome before = new SearchOutcome(again.sources(), Meaning.OFF);
    tell(before, parts.secrecy().reads(question.conversation(), before));
    live.publish(new AnswerEvent.Delta(again.text()));
    receipt = again.receipt();
    end(AnswerStatus.COMPLETE);
  }

  private SearchOutcome search() {
    if (!question.reads()) {
      return new SearchOutcome(List.of(), Meaning.OFF);
    }
    String asked = question.searched();
    FollowUps.Rewritten made =
        parts.followUps().standalone(question.history(), asked, ModelAnswers.Beside.of(question));
    rewritten = made;
    Optional<String> alone = made.alone();
    alone.ifPresent(this::tellRewritten);
    return Secrecy.toTell(
        parts
            .retrieval()
            .search(
                // what follows something secret may repeat it, also in the person's own words
                new SearchRequest(alone.orElse(asked), question.collections(), SOURCES)
                    .of(question.conversation().clearance())));
  }

  private void tellRewritten(String alone) {
    live.publish(
        new Notice("rewritten", Words.of("notice.rewritten").replace("{question}", alone)));
  }

  private void tell(SearchOutcome outcome, Clearance data) {
    told = data;
    List<Citation> found = new ArrayList<>();
    for (Hit hit : outcome.hits()) {
      found.add(Citation.of(found.size() + 1, hit, question.searched()));
    }
    live.publish(new AnswerEvent.Sources(found));
    tellWriter(data);
    if (found.isEmpty()) {
      if (question.reads()) {
        notice("nothing_found");
      }
    } else if (outcome.wordsOnlySomewhere()) {
      notice(outcome.meaningUsed() ? "words_partly" : "words_only");
    }
  }

  private void tellWriter(Clearance data) {
    if (!parts.answers().generative(question.model())) {
      notice("no_model");
      return;
    }
    List<CatalogModel> wanted = parts.answers().candidates(question.model());
    List<CatalogModel> cleared = parts.answers().candidates(question.model(), data);
    if (cleared.isEmpty() && !wanted.isEmpty()) {
      notice("not_cleared");
    } else if (!wanted.isEmpty() && !cleared.getFirst().equals(wanted.getFirst())) {
      String name = cleared.getFirst().name();
      live.publish(new Notice("cleared", Words.of("notice.cleared").replace("{model}", name)));
    }
  }

  private void notice(String code) {
    live.publish(new Notice(code, Words.of("notice." + code)));
  }

  /** Whether the person may still use what answers, and read what the answer rests on. */
  boolean mayGoOn() {
    return mayUseTool() && parts.library().mayRead(sources.stream().map(Hit::passageId).toList());
  }

  private boolean mayUseTool() {
    ReleaseSnapshot tool = question.tool();
    return tool == null || parts.tools().mayUse(tool);
  }

  /** Ends the answer, because of what {@link #mayGoOn} found. */
  void endForRights() {
    notice(mayUseTool() ? "rights_changed" : "tool_gone");
    end(AnswerStatus.STOPPED);
  }

  /** Ends the answer now with the text so far. */
  void end(AnswerStatus status) {
    end(status, null);
  }

  private void end(AnswerStatus status, @Nullable Throwable cause) {
    if (!live.close(status)) {
      return;
    }
    Thread writing = writer;
    if (writing != null && writing != Thread.currentThread()) {
      writing.interrupt();
    }
    scope.run(() -> finish(status, cause));
  }

  private void finish(AnswerStatus status, @Nullable Throwable cause) {
    String text = live.text();
    Optional<Message> kept;
    try {
      AnswerFailure failure = cause == null ? null : AnswerFailure.of(cause);
      List<Citation> cited = CitedSources.of(text, sources);
      ReleaseSnapshot tool = question.tool();
      Runs.Ended run = tool == null || question.draft() ? null : ended(tool, status, cited.size());
      kept = parts.saved().finish(live, status, text, cited, failure, receipt, run);
    } catch (RuntimeException e) {
      LOG.error("Answer {} cannot be saved", live.id(), e);
      live.publish(new AnswerEvent.Failed(Problems.of(e)));
      return;
    }
    if (cause != null) {
      live.publish(new AnswerEvent.Failed(Problems.of(cause)));
    } else if (kept.isPresent()) {
      live.publish(new AnswerEvent.Completed(kept.get()));
    } else {
      ProblemException gone = new ProblemException(ProblemCode.NOT_FOUND);
      live.publish(new AnswerEvent.Failed(Problems.of(gone)));
    }
  }

  private Runs.Ended ended(ReleaseSnapshot tool, AnswerStatus status, int cited) {
    Receipt made = receipt;
    return new Runs.Ended(
        Runs.Outcome.valueOf(status.name()),
        question.reads() ? sources.size() : null,
        cited,
        made == null ? null : made.cost(),
        topic(tool));
  }

  /**
   * What the question is about, as it stands alone; null also when what it read is confidential.
   */
  private @Nullable Integer topic(ReleaseSnapshot tool) {
    if (told == null || told == Clearance.CONFIDENTIAL) {
      return null;
    }
    FollowUps.Rewritten before = rewritten;
    String asked =
        before == null ? question.searched() : before.alone().orElse(question.searched());
    return parts.tools().topic(tool, asked);
  }

  /** Waits a little until other instances can read the end. */
  void awaitRecorded(Duration patience) throws InterruptedException {
    Thread thread = recording;
    if (thread != null) {
      thread.join(patience);
    }
  }

  /** Waits a little until what was asked of models is paid. */
  void awaitSettled(Duration patience) throws InterruptedException {
    Thread thread = writer;
    if (thread != null) {
      thread.join(patience);
    }
  }

  private final class Sink implements ConversationAnswers.Reader {

    @Override
    public void text(String delta) {
      if (!delta.isEmpty()) {
        live.publish(new AnswerEvent.Delta(delta));
      }
    }

    @Override
    public boolean cancelled() {
      return live.isClosed();
    }

    @Override
    public void switched(String model) {
      live.publish(new Notice("switched", Words.of("notice.switched").replace("{model}", model)));
    }

    @Override
    public void action(AnswerEvent.Action event) {
      live.publish(event);
    }

    @Override
    public void broke(Receipt made) {
      keep(whole(made));
    }

    @Override
    public void masked(int values) {
      live.publish(
          new Notice(
              "masked", Words.of("notice.masked").replace("{count}", Integer.toString(values))));
    }
  }
}
