package app.madang.functions.embedding;

import app.madang.knowledge.DocumentVectors;
import app.madang.knowledge.Documents;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.knowledge.Hit;
import app.madang.knowledge.IngestionConfiguration;
import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.PassageText;
import app.madang.knowledge.PassageVector;
import app.madang.knowledge.PassageWriter;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.RetrievalConfiguration;
import app.madang.knowledge.SearchRequest;
import app.madang.knowledge.VectorsConfiguration;
import app.madang.runtime.Caller;
import app.madang.runtime.Transactions;
import app.madang.runtime.data.CallerTransactions;
import app.madang.runtime.web.JsonConfiguration;
import app.madang.testing.TestStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A person's collection of passages, searched as the chat function does, with the real model. */
final class EnglishLibrary {

  private static final TestStack STACK = Platform.STACK;

  private static final OnnxEmbedding MODEL = new OnnxEmbedding();
  private final Map<String, String> names = new HashMap<>();
  private final UUID collection;
  private final Caller reader;
  private final Retrieval retrieval;

  EnglishLibrary(Map<String, String> passages) throws Exception {
    passages.forEach((name, text) -> names.put(text, name));
    JdbcClient superuser = JdbcClient.create(source("postgres"));
    UUID person =
        superuser
            .sql(
                "INSERT INTO identity.users (issuer, subject, email, name)"
                    + " VALUES ('t', uuidv7()::text, 'e', 'n') RETURNING id")
            .query(UUID.class)
            .single();
    reader = new Caller(person, "e", "n", Set.of("member"));
    AnnotationConfigApplicationContext documents = context("documents");
    // two statements: the right to the new list must be there before it is used
    long acl =
        as(documents, jdbc -> jdbc.sql("SELECT identity.create_acl()").query(Long.class).single());
    collection =
        as(
            documents,
            jdbc ->
                jdbc.sql(
                        "INSERT INTO knowledge.collections (name, acl_id, created_by)"
                            + " VALUES ('c', ?, ?) RETURNING id")
                    .params(acl, person)
                    .query(UUID.class)
                    .single());
    UUID document =
        as(
            documents,
            jdbc ->
                jdbc.sql(
                        "INSERT INTO knowledge.documents"
                            + " (collection_id, acl_id, name, size, content_type, created_by)"
                            + " SELECT id, acl_id, 'd', 1, 'text/plain', ?"
                            + " FROM knowledge.collections WHERE id = ? RETURNING id")
                    .params(person, collection)
                    .query(UUID.class)
                    .single());
    write(document, List.copyOf(passages.values()));
    embed(document);
    AnnotationConfigApplicationContext chat = context("chat", RetrievalConfiguration.class);
    retrieval = chat.getBean(Retrieval.class);
  }

  String name(Hit hit) {
    return names.getOrDefault(hit.text(), "");
  }

  List<Hit> search(String question, int limit) throws Exception {
    SearchRequest request = new SearchRequest(question, List.of(collection), limit);
    return Caller.callAs(reader, () -> retrieval.search(request)).hits();
  }

  private static void write(UUID document, List<String> texts) {
    AnnotationConfigApplicationContext worker = context("ingestion", IngestionConfiguration.class);
    List<NewPassage> passages =
        texts.stream().map(text -> new NewPassage(text, Location.NONE)).toList();
    worker
        .getBean(Transactions.class)
        .run(
            () -> {
              worker.getBean(Documents.class).claim(document, 1L);
              worker.getBean(Documents.class).chunked(document, passages.size());
              worker.getBean(PassageWriter.class).replace(document, passages);
            });
  }

  private void embed(UUID document) {
    AnnotationConfigApplicationContext worker = context("embedding", VectorsConfiguration.class);
    DocumentVectors vectors = worker.getBean(DocumentVectors.class);
    worker
        .getBean(Transactions.class)
        .run(
            () -> {
              List<PassageText> texts =
                  vectors.pendingVectors(document, EmbeddingSpace.LOCAL, 1000);
              List<float[]> made = MODEL.embed(texts.stream().map(PassageText::text).toList());
              vectors.writeVectors(
                  document,
                  EmbeddingSpace.LOCAL,
                  IntStream.range(0, made.size())
                      .mapToObj(i -> new PassageVector(texts.get(i).passage(), made.get(i)))
                      .toList());
              vectors.ready(document);
            });
  }

  private <T> T as(AnnotationConfigApplicationContext account, Function<JdbcClient, T> work)
      throws Exception {
    return Caller.callAs(
        reader,
        () ->
            account
                .getBean(Transactions.class)
                .call(() -> work.apply(account.getBean(JdbcClient.class))));
  }

  private static AnnotationConfigApplicationContext context(String account, Class<?>... parts) {
    DriverManagerDataSource source = source(account);
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
    context.registerBean(
        Transactions.class, () -> new Transactions(new CallerTransactions(source)));
    context.registerBean(JsonMapper.class, JsonConfiguration::strictMapper);
    context.registerBean(
        "model",
        EmbeddingPort.class,
        () -> (space, purpose, data, texts) -> MODEL.embed(texts),
        bean -> bean.setPrimary(true));
    if (parts.length > 0) {
      context.register(parts);
    }
    context.refresh();
    return context;
  }

  private static DriverManagerDataSource source(String account) {
    return new DriverManagerDataSource(STACK.jdbcUrl(), account, STACK.password());
  }
}
