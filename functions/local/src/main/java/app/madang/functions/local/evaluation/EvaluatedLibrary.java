package app.madang.functions.local.evaluation;

import app.madang.functions.local.SearchStack;
import app.madang.functions.local.evaluation.TestSet.SourceDocument;
import app.madang.knowledge.Documents;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.Hit;
import app.madang.knowledge.IngestionConfiguration;
import app.madang.knowledge.Meaning;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.PassageWriter;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.RetrievalConfiguration;
import app.madang.knowledge.SearchFilter;
import app.madang.knowledge.SearchOutcome;
import app.madang.knowledge.SearchRequest;
import app.madang.knowledge.Sides;
import app.madang.runtime.Caller;
import app.madang.runtime.Transactions;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A set's documents as a person's collection, cut, indexed and searched as all documents are. */
final class EvaluatedLibrary {

  /** Of passages: a long document may have many of the best, and ten documents are needed. */
  private static final int HITS = 100;

  private static final int DOCUMENTS_A_TRANSACTION = 100;

  private final Map<UUID, String> names = new HashMap<>();
  private final Map<Meaning, Integer> meanings = new TreeMap<>();
  private final Caller reader;
  private final Retrieval retrieval;

  EvaluatedLibrary(SearchStack stack, TestSet set) {
    Shelf shelf = new Shelf(stack);
    reader = shelf.owner();
    List<UUID> documents = shelf.announce(set.documents().size());
    index(stack, set.documents(), documents);
    shelf.analyze();
    embed(stack, documents);
    retrieval =
        Accounts.context(
                stack,
                "chat",
                context ->
                    context.registerBean(
                        "patient",
                        EmbeddingPort.class,
                        () -> new PatientEmbedding(stack),
                        bean -> bean.setPrimary(true)),
                RetrievalConfiguration.class)
            .getBean(Retrieval.class);
    shelf.analyze();
  }

  private void index(SearchStack stack, List<SourceDocument> sources, List<UUID> ids) {
    var context = Accounts.context(stack, "ingestion", IngestionConfiguration.class);
    Documents documents = context.getBean(Documents.class);
    PassageWriter writer = context.getBean(PassageWriter.class);
    Transactions transactions = context.getBean(Transactions.class);
    int passages = 0;
    for (int from = 0; from < sources.size(); from += DOCUMENTS_A_TRANSACTION) {
      int start = from;
      int end = Math.min(sources.size(), from + DOCUMENTS_A_TRANSACTION);
      passages +=
          transactions.call(
              () -> {
                int written = 0;
                for (int i = start; i < end; i++) {
                  List<NewPassage> cut = Cutting.passages(sources.get(i));
                  documents.claim(ids.get(i), 1L);
                  documents.chunked(ids.get(i), cut.size());
                  written += writer.replace(ids.get(i), cut);
                  names.put(ids.get(i), sources.get(i).id());
                }
                return written;
              });
      Evaluation.say("Indexed %d of %d documents", end, sources.size());
    }
    Evaluation.say("%d passages", passages);
  }

  private static void embed(SearchStack stack, List<UUID> documents) {
    long said = System.nanoTime();
    for (int i = 0; i < documents.size(); i++) {
      stack.embed(documents.get(i));
      if (System.nanoTime() - said > 5_000_000_000L || i + 1 == documents.size()) {
        Evaluation.say("Embedded %d of %d documents", i + 1, documents.size());
        said = System.nanoTime();
      }
    }
  }

  /** Documents by their best passage, best first. */
  List<String> search(String question, Sides sides) {
    SearchRequest request = new SearchRequest(question, List.of(), HITS, SearchFilter.NONE, sides);
    SearchOutcome outcome = Accounts.as(reader, () -> retrieval.search(request));
    if (sides == Sides.FUSED) {
      meanings.merge(outcome.meaning(), 1, Integer::sum);
    }
    Set<String> ranked = new LinkedHashSet<>();
    for (Hit hit : outcome.hits()) {
      ranked.add(names.getOrDefault(hit.documentId(), ""));
    }
    return List.copyOf(ranked);
  }

  /** For how many questions meaning was compared, and for how many not, and why. */
  Map<Meaning, Integer> meanings() {
    return meanings;
  }
}
