package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.chat.Client.Answer;
import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pictures beside a question: taken by their bytes, sealed, shown to a model that reads them. */
class PicturesIT {

  private static final VendorStandIn VENDOR = new VendorStandIn();
  private static FunctionServer server;

  @BeforeAll
  static void vendor() {
    server =
        Platform.serve(
            Map.of(
                "OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI),
                "OPENAI_API_KEY", "sk-local",
                "OPENAI_MODELS", "seeing"));
  }

  @AfterAll
  static void tidy() {
    Platform.superuser().sql("DELETE FROM models.entries").update();
    Platform.STACK.environment("chat", Map.of());
    VENDOR.close();
  }

  private static String base64() throws IOException {
    return Base64.getEncoder().encodeToString(PictureHeaderTest.drawn("png", 30, 20));
  }

  private static Answer add(Client person, UUID conversation, String data) {
    return person.call(
        "addImage",
        "POST",
        "/v1/conversations/" + conversation + "/images",
        "{\"data\":\"" + data + "\"}");
  }

  @Test
  void aModelIsShownWhatThePersonShows() throws IOException {
    VENDOR.behaves(Script.says("그림이네요."));
    VENDOR.received().clear();
    Client person = Platform.at(server, "painter");
    UUID conversation = person.converse();
    Answer added = add(person, conversation, base64());
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body().path("width").asInt()).isEqualTo(30);
    AnswerReader reader =
        person.askWith(
            conversation,
            "{\"text\":\"이게 뭐예요?\",\"model\":\"seeing\",\"images\":[\"" + added.id() + "\"]}");
    reader.all();
    assertThat(reader.text()).isEqualTo("그림이네요.");
    assertThat(VENDOR.received().remove().body().toString())
        .contains("data:image/png;base64," + base64());
    JsonNode question = person.conversation(conversation).path("messages").get(0);
    assertThat(question.path("images").get(0).path("mediaType").asString()).isEqualTo("image/png");
    String path = "/v1/conversations/" + conversation + "/images/" + added.id();
    assertThat(person.call("getImage", "GET", path, "").body().path("data").asString())
        .isEqualTo(base64());
    assertThat(Platform.at(server, "stranger").call("getImage", "GET", path, "").status())
        .isEqualTo(404);
    byte[] atRest =
        Platform.superuser()
            .sql("SELECT sealed FROM chat.images WHERE id = ?")
            .param(added.id())
            .query(byte[].class)
            .single();
    assertThat(new String(atRest, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("IHDR");
  }

  @Test
  void whatIsNoPictureOrNotOnesOwnIsRefused() throws IOException {
    Client person = Platform.at(server, "painter");
    UUID conversation = person.converse();
    assertThat(add(person, conversation, "PHN2Zz4=").code()).isEqualTo("unsupported_media_type");
    assertThat(add(person, conversation, "***").code()).isEqualTo("invalid_request");
    Client other = Platform.at(server, "stranger");
    assertThat(add(other, conversation, base64()).code()).isEqualTo("not_found");
    UUID theirs = add(other, other.converse(), base64()).id();
    Answer asked =
        person.call(
            "ask",
            "POST",
            "/v1/conversations/" + conversation + "/messages",
            "{\"text\":\"?\",\"images\":[\"" + theirs + "\"]}");
    assertThat(asked.code()).isEqualTo("not_found");
    assertThat(person.conversation(conversation).path("messages")).isEmpty();
  }
}
