package app.madang.functions.local.evaluation;

import app.madang.functions.local.PlainWords;
import app.madang.functions.local.SearchStack;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.SearchFilter;
import app.madang.knowledge.SearchRequest;
import app.madang.knowledge.Sides;
import app.madang.testing.servers.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command {@code functions/local/bench/search}: a person of 50 groups, 200 readable collections
 * of 100,000 passages and some that are not theirs, searched while documents come in.
 */
public final class ScaleBench {

  private static final int PASSAGES = 100_000;
  private static final int SEARCHES = 200;

  private final Map<String, Object> figures = new LinkedHashMap<>();
  private final Crowd crowd;
  private final SeededVectors vectors;
  private final Retrieval retrieval;
  private final GeneratedText texts;

  private ScaleBench(SearchStack stack, int passages, int hidden) {
    texts = new GeneratedText(new Random(7));
    crowd = new Crowd(stack);
    vectors = new SeededVectors();
    Evaluation.say("Loading %d passages and %d hidden ones …", passages, hidden);
    long start = System.nanoTime();
    Filling filling = new Filling(stack, crowd, vectors);
    filling.fill(texts, passages, hidden);
    figure("load_seconds", (System.nanoTime() - start) / 1_000_000_000);
    retrieval = filling.retrieval();
    try (Intake intake = new Intake(filling)) {
      measure();
      figure("ingested_passages_a_second", intake.passagesASecond());
    }
    figure("index_bytes_a_passage", filling.indexBytesAPassage());
    figure("delete_1000_pages_ms", filling.deleteThousandPages(texts));
    filling.plans(() -> search("휴가 신청 기간", Sides.BOTH)).forEach(System.out::println);
  }

  /** Runs it; arguments are another number of passages, and of those that are not readable. */
  public static void main(String[] arguments) throws IOException {
    int passages = arguments.length == 0 ? PASSAGES : Integer.parseInt(arguments[0]);
    int hidden = arguments.length < 2 ? passages / 10 : Integer.parseInt(arguments[1]);
    Path work = Files.createTempDirectory("madang-bench");
    int code = 0;
    Path repository = Path.of(System.getProperty("madang.repository", ".")).toAbsolutePath();
    try (SearchStack stack = new SearchStack(repository, work)) {
      ScaleBench bench = new ScaleBench(stack, passages, hidden);
      System.out.println(JsonMapper.shared().writeValueAsString(bench.figures));
    } catch (PlainWords e) {
      System.err.println("madang: " + e.getMessage());
      code = 1;
    } finally {
      Programs.deleteTree(work);
    }
    System.exit(code);
  }

  private void figure(String name, Object value) {
    figures.put(name, value);
    Evaluation.say("  %s: %s", name, value);
  }

  private void measure() {
    Evaluation.say("Searching …");
    new Load(2, SEARCHES / 4).run(() -> search(question(), Sides.BOTH));
    for (int people : new int[] {1, 2, 10}) {
      report("lexical", people, Sides.WORDS);
    }
    report("dense", 2, Sides.MEANING);
    report("hybrid", 2, Sides.BOTH);
    figure("dense_recall_at_10", new Recall(crowd, retrieval, vectors).at10());
  }

  private void report(String name, int people, Sides sides) {
    Load load = new Load(people, SEARCHES);
    load.run(() -> search(question(), sides));
    String prefix = name + "_" + people + "_";
    figure(prefix + "p50_ms", load.percentile(0.5));
    figure(prefix + "p95_ms", load.percentile(0.95));
    figure(prefix + "a_second", load.aSecond());
  }

  /** English, for meaning is compared then; what it takes by words alone is no less. */
  private synchronized String question() {
    return texts.englishQuestion();
  }

  private int search(String text, Sides sides) {
    SearchRequest request = new SearchRequest(text, List.of(), 10, SearchFilter.NONE, sides);
    return Accounts.as(crowd.reader(), () -> retrieval.search(request)).hits().size();
  }
}
