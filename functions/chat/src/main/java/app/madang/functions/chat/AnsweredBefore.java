package app.madang.functions.chat;

import app.madang.functions.chat.cache.AnswerCache;
import app.madang.functions.chat.cache.Asked;
import app.madang.functions.chat.cache.Kept;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Library;
import app.madang.knowledge.SearchOutcome;
import app.madang.metering.Tariff;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.routing.Router;
import app.madang.models.setup.ModelSetup;
import app.madang.runtime.Locales;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** First questions of conversations that were answered before, to who sees the same. */
final class AnsweredBefore {

  private final AnswerCache cache;
  private final ModelSetup setup;
  private final ModelAnswers answers;
  private final Library library;
  private final Spenders spenders;
  private final Tariff tariff;

  AnsweredBefore(
      AnswerCache cache,
      ModelSetup setup,
      ModelAnswers answers,
      Library library,
      Spenders spenders,
      Tariff tariff) {
    this.cache = cache;
    this.setup = setup;
    this.answers = answers;
    this.library = library;
    this.spenders = spenders;
    this.tariff = tariff;
  }

  /** An answer as it was, with its passages as the caller reads them now. */
  record Again(String text, List<Hit> sources, Receipt receipt) {}

  /** Where the answer may be kept; none when it is the asker's alone. */
  Optional<String> key(Question question) {
    if (!cache.on()
        || question.acts()
        || question.anew()
        || question.draft()
        || !question.history().isEmpty()
        || question.message().images() != null) {
      return Optional.empty();
    }
    List<CatalogModel> models =
        answers.candidates(question.model(), question.conversation().clearance());
    if (models.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        cache.key(
            new Asked(
                Asked.models(setup.get(), models),
                setup.patterns(),
                Prompt.release(question.tool()),
                question.told(),
                Locales.current().getLanguage(),
                library.state(question.collections()))));
  }

  /** What was answered; nothing when one of its passages is gone. */
  Optional<Again> find(String key, Question question) {
    Instant began = Instant.now();
    Optional<Kept> found = cache.find(key);
    if (found.isPresent()) {
      Kept kept = found.get();
      List<Hit> sources = library.read(kept.passages());
      if (sources.size() == kept.passages().size()) {
        cache.served(
            kept, spenders.with(question.toolId()), null, question.conversation().id(), began);
        return Optional.of(new Again(kept.text(), sources, receipt(kept)));
      }
    }
    cache.missed();
    return Optional.empty();
  }

  private Receipt receipt(Kept kept) {
    return new Receipt(
        kept.model(),
        setup.get().model(kept.model()).map(CatalogModel::name).orElse(kept.model()),
        List.of(),
        kept.inputTokens(),
        kept.cachedInputTokens(),
        kept.outputTokens(),
        false,
        BigDecimal.ZERO,
        tariff.currency(),
        Map.of(),
        kept.passages().size(),
        true,
        null,
        List.of(),
        null,
        null);
  }

  /** Keeps a whole answer of the model that was asked first, if nothing in it was masked. */
  void keep(String key, String text, SearchOutcome found, Receipt receipt) {
    boolean ordinary =
        receipt.attempts().size() == 1
            && receipt.masked().isEmpty()
            && receipt.outputTokens() < Router.USUAL_OUTPUT
            && !found.wordsOnlySomewhere();
    if (ordinary && !text.isBlank()) {
      cache.keep(
          key,
          new Kept(
              receipt.model(),
              text,
              receipt.inputTokens(),
              receipt.cachedInputTokens(),
              receipt.outputTokens(),
              found.hits().stream().map(Hit::passageId).toList()));
    }
  }
}
