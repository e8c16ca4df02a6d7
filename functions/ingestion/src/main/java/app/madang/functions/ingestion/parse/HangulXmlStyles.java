package app.madang.functions.ingestion.parse;

import java.util.HashMap;
import java.util.Map;

/** The outline levels that HWPX and HWPML give to paragraph shapes and to styles. */
final class HangulXmlStyles {

  private final Map<String, Integer> shapes = new HashMap<>();
  private final Map<String, Integer> styles = new HashMap<>();
  private String shape = "";

  /** Learns from what comes by in the head. */
  void learn(HangulXml xml) {
    if (!xml.starts()) {
      return;
    }
    switch (xml.name()) {
      case "parapr", "parashape" -> {
        shape = id(xml, "id");
        heading(xml, "headingType");
      }
      case "heading" -> heading(xml, "type");
      case "style" -> {
        String name = xml.attribute("name");
        int level = name == null ? 0 : HwpStyles.named(name);
        if (level > 0) {
          styles.put(id(xml, "id"), level);
        }
      }
      default -> {}
    }
  }

  private void heading(HangulXml xml, String type) {
    if ("outline".equalsIgnoreCase(xml.attribute(type))) {
      shapes.put(shape, xml.number(0, "level") + 1);
    }
  }

  /** The level of the paragraph that just started; 0 is body text. */
  int level(HangulXml xml) {
    Integer level = shapes.get(id(xml, "paraPrIDRef", "paraShape"));
    return level != null ? level : styles.getOrDefault(id(xml, "styleIDRef", "style"), 0);
  }

  private static String id(HangulXml xml, String... names) {
    String id = xml.attribute(names);
    return id == null ? "" : id;
  }
}
