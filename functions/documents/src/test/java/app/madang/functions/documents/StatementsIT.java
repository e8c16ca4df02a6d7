package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.StatementCounter;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each operation costs a fixed number of statements, whatever it finds. */
class StatementsIT {

  private final Client owner = Platform.as("counter");

  @Test
  void listsCostTheSameForOneRowAndForMany() {
    UUID collection = owner.createCollection("하나");
    owner.upload(collection, "0.txt");
    String documents = "/v1/collections/" + collection + "/documents?limit=100";
    Supplier<Client.Answer> list = () -> owner.call("listDocuments", "GET", documents, "");
    Supplier<Client.Answer> collections =
        () -> owner.call("listCollections", "GET", "/v1/collections", "");
    assertThat(list.get().status()).isEqualTo(200);
    int oneDocument = cost(list);
    int oneCollection = cost(collections);
    for (int i = 0; i < 40; i++) {
      owner.upload(collection, i + ".txt");
      owner.share(owner.createCollection("모음 " + i), "{\"kind\":\"everyone\"}", "reader");
    }
    assertThat(list.get().body().path("items")).hasSize(41);
    assertThat(cost(list)).isEqualTo(oneDocument).isLessThanOrEqualTo(3);
    assertThat(cost(collections)).isEqualTo(oneCollection).isLessThanOrEqualTo(2);
  }

  @Test
  void aSearchCostsTheSameForOneHitAndForMany() {
    UUID collection = owner.createCollection("검색");
    Library.chunked(owner, collection, "따오기 하나");
    int one = warm(() -> owner.search("따오기"));
    for (int i = 0; i < 20; i++) {
      Library.chunked(owner, collection, "따오기 " + i, "따오기가 논에 내려앉았다 " + i);
    }
    // rights, the words' rows, the passages that they name, vectors, what is shown of them
    assertThat(warm(() -> owner.search("따오기"))).isEqualTo(one).isLessThanOrEqualTo(5);
  }

  /** Without what is looked up again after a while, as the glossary. */
  private static int warm(Supplier<Client.Answer> call) {
    cost(call);
    return Math.min(cost(call), cost(call));
  }

  @Test
  void singleRowsCostFewStatements() {
    UUID collection = owner.createCollection("값");
    UUID document = owner.upload(collection, "a.txt");
    owner.getDocument(document);
    assertThat(cost(() -> owner.getDocument(document))).isLessThanOrEqualTo(2);
    assertThat(cost(() -> owner.getCollection(collection))).isLessThanOrEqualTo(2);
    assertThat(cost(() -> owner.startUpload(collection, "b.txt", 1))).isLessThanOrEqualTo(4);
    assertThat(cost(() -> owner.share(collection, "{\"kind\":\"everyone\"}", "reader")))
        .isLessThanOrEqualTo(6);
    // with its event: written, published, removed
    assertThat(cost(() -> owner.deleteDocument(document))).isLessThanOrEqualTo(7);
  }

  private static int cost(Supplier<Client.Answer> call) {
    int before = StatementCounter.PREPARED.get();
    assertThat(call.get().status()).isLessThan(300);
    return StatementCounter.PREPARED.get() - before;
  }
}
