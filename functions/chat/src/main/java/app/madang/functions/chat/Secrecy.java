package app.madang.functions.chat;

import app.madang.contracts.Clearance;
import app.madang.knowledge.Hit;
import app.madang.knowledge.SearchOutcome;
import app.madang.runtime.Transactions;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what a conversation has read, so that nobody hears of it later who may not. */
final class Secrecy {

  /** Below this share of the best, a passage was found by the way. */
  private static final double BY_THE_WAY = 0.5;

  private final Transactions transactions;
  private final JdbcClient jdbc;

  Secrecy(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /**
   * What was found without the confidential that was only found by the way: a stray word in common
   * must not decide who may answer.
   */
  static SearchOutcome toTell(SearchOutcome found) {
    List<Hit> hits = found.hits();
    if (hits.isEmpty() || isConfidential(hits.getFirst())) {
      return found;
    }
    double least = hits.getFirst().score() * BY_THE_WAY;
    return new SearchOutcome(
        hits.stream().filter(hit -> !isConfidential(hit) || hit.score() >= least).toList(),
        found.meaning());
  }

  /** What a program outside may get: nobody knows which model it works for. */
  static List<Hit> toGiveAway(SearchOutcome found) {
    return found.hits().stream().filter(hit -> !isConfidential(hit)).toList();
  }

  /** What such a program is told when something was kept back; else nothing. */
  static String keptBack(SearchOutcome found, List<Hit> given) {
    return given.size() == found.hits().size()
        ? ""
        : "\n\nConfidential passages were found too; they are shown in Madang itself only.";
  }

  private static boolean isConfidential(Hit hit) {
    return hit.clearance() == Clearance.CONFIDENTIAL;
  }

  /** What is told to a model with these passages; marked before any model is told. */
  Clearance reads(Conversation conversation, SearchOutcome found) {
    Clearance told = conversation.clearance().with(found.clearance());
    if (told == Clearance.CONFIDENTIAL && !conversation.confidential()) {
      transactions.run(
          () ->
              jdbc.sql("UPDATE chat.conversations SET confidential = true WHERE id = ?")
                  .param(conversation.id())
                  .update());
    }
    return told;
  }
}
