package app.madang.functions.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.madang.testing.servers.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SiteServerTest {

  private static final String PORTALS = "https://portal.example.com, http://127.0.0.1:7777";

  @TempDir private Path dist;

  private HttpResponse<String> get(String origins, String path) throws Exception {
    Files.writeString(dist.resolve("index.html"), "<!doctype html>");
    StackPorts ports = new StackPorts(Ports.free());
    try (SiteServer server = new SiteServer(dist, ports, EmbedOrigins.of(origins));
        HttpClient http = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:" + ports.site() + path);
      return http.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private String ancestors(String origins, String path) throws Exception {
    String policy =
        get(origins, path).headers().firstValue("Content-Security-Policy").orElseThrow();
    return policy.replaceFirst(".*frame-ancestors ([^;]*).*", "$1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/embed/0199", "/embed/callback?code=1", "/embed/0199/0200"})
  void a_tool_may_be_framed_by_those_who_are_named_and_by_nobody_else(String path)
      throws Exception {
    assertThat(ancestors(PORTALS, path))
        .isEqualTo("https://portal.example.com http://127.0.0.1:7777");
    assertThat(ancestors(null, path)).isEqualTo("'none'");
    assertThat(ancestors(" , ", path)).isEqualTo("'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/embed",
        "/embedded/x",
        "/Embed/x",
        "/store/embed/x",
        "/callback",
        "/index.html"
      })
  void no_other_page_is_framed_by_anybody(String path) throws Exception {
    assertThat(ancestors(PORTALS, path)).isEqualTo("'none'");
  }

  @Test
  void the_site_knows_who_may_frame_its_tools() throws Exception {
    assertThat(
            JsonMapper.shared().readTree(get(PORTALS, "/config.json").body()).at("/embedOrigins/1"))
        .hasToString("\"http://127.0.0.1:7777\"");
    assertThat(JsonMapper.shared().readTree(get(null, "/config.json").body()).at("/embedOrigins"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*",
        "https://a.example; script-src *",
        "https://a.example/path",
        "ftp://a.example",
        "'self'",
        "a.example"
      })
  void what_is_no_origin_is_refused_by_name(String wrong) {
    assertThatExceptionOfType(PlainWords.class)
        .isThrownBy(() -> EmbedOrigins.of("https://a.example," + wrong))
        .withMessageContaining("EMBED_ORIGINS")
        .withMessageContaining(wrong);
  }
}
