package app.madang.functions.chat;

import app.madang.contracts.Clearance;
import app.madang.knowledge.SearchOutcome;
import app.madang.runtime.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what a conversation has read, so that nobody hears of it later who may not. */
final class Secrecy {

  private final Transactions transactions;
  private final JdbcClient jdbc;

  Secrecy(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
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
