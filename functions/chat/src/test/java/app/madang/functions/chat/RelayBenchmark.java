package app.madang.functions.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How late each event of a model that emits every 50 ms comes out of the function's HTTP answer.
 * Arguments: readers at once (1), pieces an answer (200).
 */
final class RelayBenchmark {

  private RelayBenchmark() {}

  public static void main(String[] args) throws Exception {
    int readers = args.length > 0 ? Integer.parseInt(args[0]) : 1;
    int pieces = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    delays(1, 40);
    List<Double> delays = delays(readers, pieces);
    Collections.sort(delays);
    System.out.printf(
        "relay delay of %d events, %d readers: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, max %.2f ms%n",
        delays.size(),
        readers,
        at(delays, 0.5),
        at(delays, 0.95),
        at(delays, 0.99),
        delays.getLast());
    System.exit(at(delays, 0.95) <= 15 ? 0 : 1);
  }

  private static List<Double> delays(int readers, int pieces) throws Exception {
    List<Double> delays = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<AnswerReader>> reading = new ArrayList<>();
      for (int i = 0; i < readers; i++) {
        Client person = Platform.as("reader" + i);
        UUID conversation = person.converse();
        reading.add(
            threads.submit(
                () -> {
                  AnswerReader reader = person.ask(conversation, "조각 " + pieces);
                  reader.all();
                  return reader;
                }));
      }
      for (Future<AnswerReader> reader : reading) {
        for (AnswerReader.Event event : reader.get().events()) {
          if (event.kind().equals("delta")) {
            String text = event.data().path("text").asString().strip();
            long left = Long.parseLong(text.replaceAll(".*@", ""));
            delays.add((event.nanos() - left) / 1e6);
          }
        }
      }
    }
    return delays;
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
  }
}
