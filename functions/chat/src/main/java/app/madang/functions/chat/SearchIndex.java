package app.madang.functions.chat;

import app.madang.runtime.SearchTerms;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which words stand in which of the caller's conversations; inside the caller's transaction. */
final class SearchIndex {

  private final JdbcClient jdbc;
  private final SealedText sealed;

  SearchIndex(JdbcClient jdbc, SealedText sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  void add(UUID conversation, Long[] terms) {
    if (terms.length > 0) {
      jdbc.sql(
              "INSERT INTO chat.postings (term_id, conversation_id)"
                  + " SELECT unnest(?::bigint[]), ? ON CONFLICT DO NOTHING")
          .params(terms, conversation)
          .update();
    }
  }

  /** A new title: what only the old one said is forgotten. */
  void rebuild(UUID conversation, String title) {
    jdbc.sql("DELETE FROM chat.postings WHERE conversation_id = ?").param(conversation).update();
    add(conversation, SearchTerms.ofQuestion(title));
    jdbc.sql("SELECT id, role, text, sealed FROM chat.messages WHERE conversation_id = ?")
        .param(conversation)
        .query(
            (row, n) ->
                row.getString("role").equals(Message.USER)
                    ? SearchTerms.ofQuestion(sealed.of(row))
                    : SearchTerms.ofAnswer(sealed.of(row)))
        .list()
        .forEach(terms -> add(conversation, terms));
  }
}
