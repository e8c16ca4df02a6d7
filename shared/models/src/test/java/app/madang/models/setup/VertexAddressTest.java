package app.madang.models.setup;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.contracts.Clearance;
import app.madang.models.EmbeddingPurpose;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelRequest;
import app.madang.models.Patience;
import app.madang.models.catalogue.EffortStyle;
import app.madang.models.catalogue.Provider;
import app.madang.models.catalogue.ProviderKind;
import app.madang.models.internal.vendor.Endpoint;
import app.madang.models.internal.vendor.VendorClients;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VertexAddressTest {

  private static final String SHIPPED =
      "https://{region}-aiplatform.googleapis.com/v1/projects/{project}/locations/{region}/publishers/google";

  @AfterEach
  void forget() {
    System.clearProperty("VERTEX_LOCATION");
    System.clearProperty("GOOGLE_CLOUD_PROJECT");
  }

  private static Provider vertex(String baseUrl) {
    return new Provider(
        "vertex",
        ProviderKind.VERTEX_AI,
        "Vertex AI",
        baseUrl,
        "asia-northeast3",
        Clearance.CONFIDENTIAL,
        null);
  }

  private static String address(String location) {
    System.setProperty("VERTEX_LOCATION", location);
    System.setProperty("GOOGLE_CLOUD_PROJECT", "acme");
    return new GoogleToken().address(vertex(SHIPPED));
  }

  @ParameterizedTest
  @CsvSource({
    "asia-northeast3,asia-northeast3-aiplatform.googleapis.com",
    "global,aiplatform.googleapis.com",
    "us,aiplatform.us.rep.googleapis.com",
    "eu,aiplatform.eu.rep.googleapis.com"
  })
  void whatShipsIsWhereTheOperatorSays(String location, String host) {
    assertThat(address(location))
        .isEqualTo(
            "https://" + host + "/v1/projects/acme/locations/" + location + "/publishers/google");
  }

  @Test
  void whatAnAdministratorAddedIsWhereThatOneSaid() {
    System.setProperty("VERTEX_LOCATION", "global");
    String own = VertexAddress.of("asia-northeast3", "other");
    assertThat(new GoogleToken().address(vertex(own))).isEqualTo(own);
  }

  /** Beside the host, all of a call's address, of the three ways to call. */
  @Test
  void answersAndVectorsAreAskedForInTheGlobalLocation() throws Exception {
    String global = address("global");
    Patience patience =
        new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
    try (VendorStandIn vendor = new VendorStandIn();
        VendorClients clients = new VendorClients()) {
      String here =
          global.replace("https://aiplatform.googleapis.com", vendor.baseUrl(WireDialect.GEMINI));
      Endpoint endpoint =
          new Endpoint(ProviderKind.VERTEX_AI, here, "model-x", EffortStyle.NONE, false);
      ModelRequest request = ModelRequest.of(List.of(FromPerson.of("안녕")));
      clients.client(endpoint, () -> Optional.of("token")).call(request, patience, () -> false);
      clients.client(endpoint, () -> Optional.of("token")).stream(request, text -> {}, patience);
      clients
          .embedder(endpoint, () -> Optional.of("token"))
          .embed(List.of("안녕"), 8, EmbeddingPurpose.ANY, patience, () -> false);
      String models = "/v1/projects/acme/locations/global/publishers/google/models/model-x:";
      List<String> paths = vendor.received().stream().map(Received::path).toList();
      assertThat(paths).hasSize(3);
      assertThat(paths.get(0)).endsWith(models + "generateContent");
      assertThat(paths.get(1)).contains(models + "streamGenerateContent");
      assertThat(paths.get(2)).endsWith(models + "predict");
    }
  }
}
