package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.knowledge.ClaimedDocument;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RemovalIT {

  private final Client owner = Platform.as("remover");
  private final UUID collection = owner.createCollection("지우기");

  @Test
  void aDeletedDocumentIsHiddenAtOnceAndThenGone() {
    UUID document = Library.chunked(owner, collection, "너구리가 울타리를 넘었다", "raccoon dogs");
    Library.embed(document);
    Library.store(document, "너구리");
    assertThat(owner.getDocument(document).body().path("status").asString()).isEqualTo("READY");
    assertThat(owner.search("너구리").body().path("hits")).isNotEmpty();

    assertThat(owner.deleteDocument(document).status()).isEqualTo(204);
    assertThat(owner.getDocument(document).status()).isEqualTo(404);
    assertThat(owner.search("너구리").body().path("hits")).isEmpty();
    assertThat(owner.deleteDocument(document).status()).isEqualTo(404);
    assertThat(Platform.heard("documents.document-deleted", document)).isTrue();

    remove(document);
    assertThat(Library.remains(document)).isZero();
    assertThat(Platform.STACK.storage().find(ClaimedDocument.objectName(document))).isEmpty();
    // the same event again finds nothing to do
    remove(document);
  }

  @Test
  void aLiveDocumentIsNotRemovedByAStrayEvent() {
    UUID document = Library.chunked(owner, collection, "고라니");
    remove(document);
    assertThat(owner.getDocument(document).status()).isEqualTo(200);
  }

  @Test
  void bytesThatComeAfterTheDeletionAreRemovedToo() {
    UUID document = owner.upload(collection, "late.txt");
    owner.deleteDocument(document);
    remove(document);
    Library.store(document, "late bytes");
    assertThat(Library.remains(document)).isEqualTo(1);
    Library.age(document, "17 minutes");
    Platform.sweep();
    remove(document);
    assertThat(Library.remains(document)).isZero();
    assertThat(Platform.STACK.storage().find(ClaimedDocument.objectName(document))).isEmpty();
  }

  @Test
  void aDeletedCollectionLeavesNothing() {
    UUID doomed = owner.createCollection("통째로");
    UUID first = Library.chunked(owner, doomed, "수달 하나");
    UUID second = Library.chunked(owner, doomed, "수달 둘");
    Long number =
        Platform.superuser()
            .sql("SELECT number FROM knowledge.collections WHERE id = ?")
            .param(doomed)
            .query(Long.class)
            .single();
    owner.call("deleteCollection", "DELETE", "/v1/collections/" + doomed, "");
    assertThat(owner.search("수달").body().path("hits")).isEmpty();
    remove(first);
    remove(second);
    Long left =
        Platform.superuser()
            .sql(
                """
                SELECT (SELECT count(*) FROM knowledge.collections WHERE number = :number)
                  + (SELECT count(*) FROM knowledge.postings WHERE collection = :number)
                  + (SELECT count(*) FROM knowledge.corpus_deltas WHERE collection = :number)
                """)
            .param("number", number)
            .query(Long.class)
            .single();
    assertThat(left).isZero();
    Long grants =
        Platform.superuser()
            .sql(
                """
                SELECT count(*) FROM identity.acls a
                WHERE NOT EXISTS (SELECT FROM knowledge.collections c WHERE c.acl_id = a.id)
                """)
            .query(Long.class)
            .single();
    assertThat(grants).isZero();
  }

  private static void remove(UUID document) {
    int status =
        Platform.push("documents.document-deleted", "{\"documentId\":\"" + document + "\"}");
    assertThat(status).isEqualTo(204);
  }
}
