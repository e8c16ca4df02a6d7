package app.madang.functions.local.evaluation;

import app.madang.functions.local.PlainWords;
import app.madang.functions.local.SearchStack;
import app.madang.knowledge.Sides;
import app.madang.runtime.Settings;
import app.madang.testing.servers.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code functions/local/evaluate}. */
public final class Evaluation {

  /** The first searches warm the database and the JVM. */
  private static final int WARM_UP = 20;

  private final TestSet set;
  private final EvaluatedLibrary library;

  private Evaluation(TestSet set, EvaluatedLibrary library) {
    this.set = set;
    this.library = library;
  }

  /** Evaluates the folder that is named; what the person can mend is said in plain words. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println(
          "madang: evaluate DIR: a folder of corpus.jsonl, queries.jsonl, qrels.tsv");
      System.exit(2);
    }
    Path work = Files.createTempDirectory("madang-evaluate");
    int code = 0;
    try {
      TestSet set = new TestSetReader(Path.of(arguments[0])).read();
      Path repository = Path.of(System.getProperty("madang.repository", ".")).toAbsolutePath();
      say("%d documents, %d questions", set.documents().size(), set.questions().size());
      try (SearchStack stack = new SearchStack(repository, work)) {
        System.out.println(new Evaluation(set, new EvaluatedLibrary(stack, set)).report());
      }
    } catch (PlainWords e) {
      System.err.println("madang: " + e.getMessage());
      code = 1;
    } finally {
      Programs.deleteTree(work);
    }
    System.exit(code);
  }

  static void say(String format, Object... values) {
    System.err.printf(format + "%n", values);
  }

  private String report() {
    say("Asking …");
    set.questions().values().stream().limit(WARM_UP).forEach(q -> library.search(q, Sides.FUSED));
    Map<String, Run> runs = new LinkedHashMap<>();
    runs.put("lexical", run(Sides.WORDS));
    runs.put("dense", run(Sides.MEANING));
    runs.put("hybrid", run(Sides.FUSED));
    if (Settings.optional("RERANKER").isPresent()) {
      runs.put("reranked", run(Sides.BOTH));
    }
    System.out.printf(
        "%-8s %8s %9s %7s %9s %9s%n", "", "nDCG@10", "Recall@5", "MRR@10", "p50 ms", "p95 ms");
    runs.forEach(
        (name, run) ->
            System.out.printf(
                "%-8s %8.4f %9.4f %7.4f %9.1f %9.1f%n",
                name,
                run.mean(Measures::gain),
                run.mean(Measures::recall),
                run.mean(Measures::reciprocal),
                run.percentile(0.5),
                run.percentile(0.95)));
    System.out.println("hybrid minus lexical, with the 95 % interval of a paired bootstrap:");
    compare("nDCG@10", runs, Measures::gain);
    compare("Recall@5", runs, Measures::recall);
    compare("MRR@10", runs, Measures::reciprocal);
    System.out.println("meaning: " + library.meanings());
    Map<String, Object> line = new LinkedHashMap<>();
    runs.forEach((name, run) -> line.put(name, run.json()));
    return JsonMapper.shared().writeValueAsString(line);
  }

  private Run run(Sides sides) {
    List<Measures> measures = new ArrayList<>();
    List<Double> millis = new ArrayList<>();
    set.questions()
        .forEach(
            (id, question) -> {
              long start = System.nanoTime();
              List<String> ranked = library.search(question, sides);
              millis.add((System.nanoTime() - start) / 1e6);
              measures.add(Measures.of(ranked, set.relevant().getOrDefault(id, Map.of())));
            });
    return new Run(measures, millis);
  }

  private static void compare(
      String name, Map<String, Run> runs, ToDoubleFunction<Measures> measure) {
    Run lexical = runs.getOrDefault("lexical", new Run(List.of(), List.of()));
    Run hybrid = runs.getOrDefault("hybrid", lexical);
    PairedBootstrap sure = PairedBootstrap.of(lexical.values(measure), hybrid.values(measure));
    System.out.printf(
        "  %-8s %+.4f [%+.4f, %+.4f]%n", name, sure.difference(), sure.low(), sure.high());
  }
}
