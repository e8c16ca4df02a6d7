package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.SearchTerms;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The caller's conversations; another's do not exist. */
final class Conversations {

  /** How many messages come with a conversation when the caller does not say. */
  private static final int MESSAGES = 100;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final MessageRows messages;
  private final SearchIndex index;
  private final Generations generations;
  private final ToolAccess tools;

  Conversations(
      Transactions transactions,
      JdbcClient jdbc,
      MessageRows messages,
      SearchIndex index,
      Generations generations,
      ToolAccess tools) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.messages = messages;
    this.index = index;
    this.generations = generations;
    this.tools = tools;
  }

  record ListConversations(
      @Nullable @Size(max = 200) String query, @Nullable String cursor, @Nullable Integer limit) {}

  record CreateConversation(
      @Nullable @Size(max = 120) String title,
      @Nullable @Size(max = 100) List<@NotNull UUID> collectionIds,
      @Nullable UUID toolId,
      @Nullable Boolean draft,
      @Nullable @Size(min = 8, max = 64) String idempotencyKey) {}

  record ConversationId(@NotNull UUID conversationId) {}

  record RenameConversation(
      @NotNull UUID conversationId, @NotBlank @Size(max = 120) String title) {}

  record GetConversation(
      @NotNull UUID conversationId, @Nullable String cursor, @Nullable Integer limit) {}

  /**
   * A conversation and some of its messages, the oldest first.
   *
   * @param nextCursor leads to older messages; absent when there are none
   */
  record ConversationDetail(
      Conversation conversation, List<Message> messages, @Nullable String nextCursor) {}

  Page<Conversation> list(ListConversations input) {
    int limit = Page.limit(input.limit());
    ConversationList.Place after = ConversationList.Place.of(input.cursor());
    String query = input.query();
    List<Conversation> rows =
        transactions.read(
            () ->
                query == null || query.isBlank()
                    ? ConversationList.latest(jdbc, after, limit + 1)
                    : ConversationList.holding(jdbc, SearchTerms.ofQuery(query), after, limit + 1));
    return Page.of(rows, limit, last -> Cursor.encode(last.updatedAt(), last.id()));
  }

  Conversation create(CreateConversation input) {
    String title = input.title() == null ? "" : input.title().strip();
    List<UUID> collections = input.collectionIds() == null ? List.of() : input.collectionIds();
    UUID tool = input.toolId();
    if (tool != null && !collections.isEmpty()) {
      throw ProblemException.field("collectionIds", Words.of("collections_of_tool"));
    }
    boolean draft = Boolean.TRUE.equals(input.draft());
    if (draft && tool == null) {
      throw ProblemException.field("draft", Words.of("draft_of_tool"));
    }
    List<UUID> before = new ArrayList<>();
    Conversation begun =
        transactions.call(
            () -> {
              tools.of(tool, draft);
              if (draft) {
                before.addAll(
                    jdbc.sql(
                            "DELETE FROM chat.conversations WHERE draft AND tool_id = ? RETURNING id")
                        .param(tool)
                        .query(UUID.class)
                        .list());
              }
              Conversation made =
                  jdbc.sql(
                          "INSERT INTO chat.conversations (title, collection_ids, tool_id, draft)"
                              + " VALUES (?, ?, ?, ?)"
                              + " RETURNING "
                              + Conversation.COLUMNS)
                      .param(title)
                      .param(collections.stream().distinct().toArray(UUID[]::new))
                      .param(tool)
                      .param(draft)
                      .query(Conversation::of)
                      .single();
              index.add(made.id(), SearchTerms.ofQuestion(title));
              return made;
            });
    before.forEach(generations::stopAll);
    return begun;
  }

  /**
   * The newest messages, or those before a page: with each message come all that follow it, so that
   * a page knows every branch below what it holds.
   */
  ConversationDetail get(GetConversation input) {
    UUID id = input.conversationId();
    UUID before = MessageRows.before(input.cursor());
    int limit = input.limit() == null ? MESSAGES : Page.limit(input.limit());
    ConversationDetail detail = transactions.read(() -> detail(id, before, limit));
    boolean streaming =
        detail.messages().stream().anyMatch(m -> m.status() == AnswerStatus.STREAMING);
    if (streaming && transactions.call(() -> messages.interruptAbandoned(id)) > 0) {
      return transactions.read(() -> detail(id, before, limit));
    }
    return detail;
  }

  private ConversationDetail detail(UUID id, UUID before, int limit) {
    Conversation conversation = find(id);
    Page<Message> page =
        Page.of(messages.newest(id, before, limit + 1), limit, last -> Cursor.encode(last.id()));
    return new ConversationDetail(conversation, page.items().reversed(), page.nextCursor());
  }

  Conversation rename(RenameConversation input) {
    String title = input.title().strip();
    return transactions.call(
        () -> {
          Conversation renamed =
              jdbc.sql(
                      "UPDATE chat.conversations SET title = ? WHERE id = ? RETURNING "
                          + Conversation.COLUMNS)
                  .params(title, input.conversationId())
                  .query(Conversation::of)
                  .optional()
                  .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          index.rebuild(renamed.id(), title);
          return renamed;
        });
  }

  void delete(ConversationId input) {
    UUID id = input.conversationId();
    int deleted =
        transactions.call(
            () -> jdbc.sql("DELETE FROM chat.conversations WHERE id = ?").param(id).update());
    if (deleted == 0) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    generations.stopAll(id);
  }

  private Conversation find(UUID id) {
    return jdbc.sql("SELECT " + Conversation.COLUMNS + " FROM chat.conversations WHERE id = ?")
        .param(id)
        .query(Conversation::of)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }
}
