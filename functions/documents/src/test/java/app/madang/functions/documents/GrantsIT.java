package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.documents.Client.Answer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GrantsIT {

  private final Client owner = Platform.as("grant-owner");
  private final Client friend = Platform.as("grant-friend");
  private final UUID friendId = personId("grant-friend");
  private final UUID collection = owner.createCollection("함께 보기");

  @Test
  void aReaderReadsAndChangesNothing() {
    assertThat(share(friendId, "reader").status()).isEqualTo(200);
    assertThat(friend.getCollection(collection).body().path("role").asString()).isEqualTo("reader");
    UUID document = owner.upload(collection, "a.txt");
    assertThat(friend.getDocument(document).status()).isEqualTo(200);
    assertThat(friend.startUpload(collection, "b.txt", 1).status()).isEqualTo(403);
    assertThat(friend.deleteDocument(document).status()).isEqualTo(403);
    assertThat(friend.retry(document).status()).isEqualTo(403);
    assertThat(friend.share(collection, everyone(), "reader").status()).isEqualTo(403);
    assertThat(delete(friend).status()).isEqualTo(403);
  }

  @Test
  void anEditorUploadsButDoesNotShareOrDeleteTheWhole() {
    share(friendId, "editor");
    UUID document = friend.upload(collection, "theirs.txt");
    assertThat(friend.deleteDocument(document).status()).isEqualTo(204);
    assertThat(friend.share(collection, everyone(), "reader").status()).isEqualTo(403);
    assertThat(delete(friend).status()).isEqualTo(403);
  }

  @Test
  void aGrantTakenBackWorksAtOnce() {
    JsonNode grants = share(friendId, "editor").body().path("items");
    UUID document = friend.upload(collection, "theirs.txt");
    assertThat(remove(owner, grantOf(grants, "editor")).status()).isEqualTo(204);
    assertThat(friend.getCollection(collection).status()).isEqualTo(404);
    assertThat(friend.getDocument(document).status()).isEqualTo(404);
    assertThat(remove(owner, grantOf(grants, "editor")).status()).isEqualTo(404);
  }

  @Test
  void aGroupWithinAGroupReads() {
    UUID outer = group("outer", List.of());
    UUID inner = group("inner", List.of(friendId));
    nest(outer, inner);
    String subject = "{\"kind\":\"group\",\"id\":\"" + outer + "\"}";
    assertThat(owner.share(collection, subject, "reader").status()).isEqualTo(200);
    assertThat(friend.getCollection(collection).status()).isEqualTo(200);
    Platform.superuser()
        .sql("DELETE FROM identity.group_members WHERE group_id = ?")
        .param(inner)
        .update();
    assertThat(friend.getCollection(collection).status()).isEqualTo(404);
  }

  @Test
  void aCollectionSaysWhoOwnsItAndWhoElseHasIt() {
    JsonNode alone = owner.getCollection(collection).body();
    assertThat(alone.path("owner").path("id").asString())
        .isEqualTo(personId("grant-owner").toString());
    assertThat(alone.path("sharing").toString())
        .isEqualTo("{\"people\":0,\"groups\":0,\"everyone\":false}");
    share(friendId, "owner");
    UUID team = group("team", List.of(friendId));
    owner.share(collection, "{\"kind\":\"group\",\"id\":\"" + team + "\"}", "reader");
    owner.share(collection, everyone(), "reader");
    UUID document = owner.upload(collection, "a.txt");
    JsonNode shared =
        friend
            .call("listCollections", "GET", "/v1/collections?limit=100", "")
            .body()
            .path("items")
            .valueStream()
            .filter(item -> item.path("id").asString().equals(collection.toString()))
            .findFirst()
            .orElseThrow();
    assertThat(shared.path("owner")).isEqualTo(alone.path("owner"));
    assertThat(shared.path("sharing").toString())
        .isEqualTo("{\"people\":1,\"groups\":1,\"everyone\":true}");
    assertThat(shared.path("updatedAt"))
        .isEqualTo(owner.getDocument(document).body().path("updatedAt"));
    share(personId("grant-owner"), "reader");
    assertThat(friend.getCollection(collection).body().path("owner").path("id").asString())
        .isEqualTo(friendId.toString());
  }

  @Test
  void theLastOwnerStays() {
    JsonNode grants = listed().path("items");
    assertThat(remove(owner, grantOf(grants, "owner")).code()).isEqualTo("last_owner");
    assertThat(share(personId("grant-owner"), "reader").code()).isEqualTo("last_owner");
    share(friendId, "owner");
    assertThat(share(personId("grant-owner"), "reader").status()).isEqualTo(200);
    assertThat(owner.getCollection(collection).body().path("role").asString()).isEqualTo("reader");
  }

  @Test
  void twoOwnersCannotRemoveEachOtherAtOnce() throws Exception {
    JsonNode grants = share(friendId, "owner").body().path("items");
    UUID ofFriend = grantOfSubject(grants, friendId);
    UUID ofOwner = grantOfSubject(grants, personId("grant-owner"));
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Callable<Integer>> removals =
          List.of(() -> remove(owner, ofFriend).status(), () -> remove(friend, ofOwner).status());
      for (Future<Integer> status : both.invokeAll(removals)) {
        assertThat(status.get()).isIn(204, 403, 404, 409);
      }
    }
    Long owners =
        Platform.superuser()
            .sql("SELECT count(*) FROM identity.grants WHERE role = 'owner' AND id IN (?, ?)")
            .params(ofFriend, ofOwner)
            .query(Long.class)
            .single();
    assertThat(owners).isEqualTo(1);
  }

  @Test
  void subjectsThatMakeNoSenseAreRefused() {
    assertThat(share(UUID.randomUUID(), "reader").status()).isEqualTo(400);
    assertThat(owner.share(collection, "{\"kind\":\"person\"}", "reader").status()).isEqualTo(400);
    assertThat(owner.share(collection, everyone(), "owner").status()).isEqualTo(400);
    String odd = "{\"kind\":\"everyone\",\"id\":\"" + friendId + "\"}";
    assertThat(owner.share(collection, odd, "reader").status()).isEqualTo(400);
  }

  private Answer share(UUID person, String role) {
    return owner.share(collection, "{\"kind\":\"person\",\"id\":\"" + person + "\"}", role);
  }

  private static String everyone() {
    return "{\"kind\":\"everyone\"}";
  }

  private JsonNode listed() {
    String path = "/v1/collections/" + collection + "/grants";
    return owner.call("listGrants", "GET", path, "").body();
  }

  private Answer remove(Client person, UUID grant) {
    String path = "/v1/collections/" + collection + "/grants/" + grant;
    return person.call("removeGrant", "DELETE", path, "");
  }

  private Answer delete(Client person) {
    return person.call("deleteCollection", "DELETE", "/v1/collections/" + collection, "");
  }

  private static UUID grantOf(JsonNode grants, String role) {
    return grants
        .valueStream()
        .filter(grant -> grant.path("role").asString().equals(role))
        .map(grant -> UUID.fromString(grant.path("id").asString()))
        .findFirst()
        .orElseThrow();
  }

  private static UUID grantOfSubject(JsonNode grants, UUID subject) {
    return grants
        .valueStream()
        .filter(g -> g.path("subject").path("id").asString("").equals(subject.toString()))
        .map(grant -> UUID.fromString(grant.path("id").asString()))
        .findFirst()
        .orElseThrow();
  }

  /** A person exists after their first call. */
  static UUID personId(String name) {
    Platform.as(name).call("listCollections", "GET", "/v1/collections", "");
    return Platform.superuser()
        .sql("SELECT id FROM identity.users WHERE subject = ?")
        .param(name)
        .query(UUID.class)
        .single();
  }

  private static UUID group(String name, List<UUID> members) {
    UUID id =
        Platform.superuser()
            .sql("INSERT INTO identity.groups (name) VALUES (?) RETURNING id")
            .param(name + UUID.randomUUID())
            .query(UUID.class)
            .single();
    members.forEach(
        member ->
            Platform.superuser()
                .sql("INSERT INTO identity.group_members (group_id, member_user) VALUES (?, ?)")
                .params(id, member)
                .update());
    return id;
  }

  private static void nest(UUID outer, UUID inner) {
    Platform.superuser()
        .sql("INSERT INTO identity.group_members (group_id, member_group) VALUES (?, ?)")
        .params(outer, inner)
        .update();
  }
}
