package app.madang.models.setup;

/** Where Vertex AI's models of Google are, as its documentation of locations says. */
public final class VertexAddress {

  private VertexAddress() {}

  /**
   * What the paths of models are put behind.
   *
   * @param location a region, as in {@code asia-northeast3}, one of the multi-regions {@code us}
   *     and {@code eu}, or {@code global}
   */
  public static String of(String location, String project) {
    return "https://%s/v1/projects/%s/locations/%s/publishers/google"
        .formatted(host(location), project, location);
  }

  private static String host(String location) {
    return switch (location) {
      case "global" -> "aiplatform.googleapis.com";
      case "us", "eu" -> "aiplatform." + location + ".rep.googleapis.com";
      default -> location + "-aiplatform.googleapis.com";
    };
  }
}
