package app.madang.functions.local;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whose pages may show a tool in a frame.
 *
 * @param origins as in {@code https://portal.example.com}; none unless somebody is named
 */
record EmbedOrigins(List<String> origins) {

  /** Under which addresses alone the site may stand in a frame. */
  static final String PATH = "/embed/";

  private static final Pattern ORIGIN =
      Pattern.compile("https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\\d{1,5})?");

  /**
   * Those of {@code EMBED_ORIGINS=a,b}.
   *
   * @throws PlainWords naming what is no origin
   */
  static EmbedOrigins of(@Nullable String setting) {
    List<String> named =
        Arrays.stream((setting == null ? "" : setting).split(","))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .toList();
    for (String origin : named) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new PlainWords(
            "EMBED_ORIGINS: \"" + origin + "\" is no origin such as https://portal.example.com");
      }
    }
    return new EmbedOrigins(named);
  }

  /** The policy's word for who may frame the page at a path. */
  String ancestors(String path) {
    return path.startsWith(PATH) && !origins.isEmpty() ? String.join(" ", origins) : "'none'";
  }

  /** As a JSON array. */
  String json() {
    return JsonMapper.shared().writeValueAsString(origins);
  }
}
