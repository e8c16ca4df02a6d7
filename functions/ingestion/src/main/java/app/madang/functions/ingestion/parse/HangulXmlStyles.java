package app.madang.functions.ingestion.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What HWPX and HWPML say of paragraphs in their heads: outline levels, numberings and bullets. */
final class HangulXmlStyles {

  /** How a paragraph starts: outline, number or bullet; of which numbering; at which level. */
  private record Start(String kind, String numbering, int level) {}

  private static final Start NONE = new Start("none", "", 0);

  private final Map<String, Start> shapes = new HashMap<>();
  private final Map<String, Integer> styles = new HashMap<>();
  private final HangulNumbers numbers = new HangulNumbers();
  private final StringBuilder format = new StringBuilder();
  private String shape = "";
  private String numbering = "";
  private boolean formatting;
  private int level;
  private int start;
  private HangulNumberStyle numberStyle = HangulNumberStyle.DIGIT;

  /** Learns from what comes by in the head. */
  void learn(HangulXml xml) {
    if (xml.starts()) {
      learn(xml, xml.name());
    } else if (xml.ends()) {
      if (formatting && xml.name().equals("parahead")) {
        numbers.define(
            numbering, level, new HangulNumbers.Level(format.toString(), numberStyle, start));
        formatting = false;
      }
    } else if (formatting) {
      format.append(xml.text());
    }
  }

  private void learn(HangulXml xml, String name) {
    switch (name) {
      case "parapr", "parashape" -> {
        shape = id(xml, "id");
        heading(xml, "headingType");
      }
      case "heading" -> heading(xml, "type");
      case "numbering" -> numbering = id(xml, "id");
      case "bullet" -> numbering = "";
      case "parahead" -> {
        formatting = !numbering.isEmpty();
        format.setLength(0);
        level = xml.number(0, "level") - 1;
        start = xml.number(1, "start");
        numberStyle = HangulNumberStyle.named(id(xml, "numFormat"));
      }
      case "style" -> {
        int named = HwpStyles.named(id(xml, "name"));
        if (named > 0) {
          styles.put(id(xml, "id"), named);
        }
      }
      default -> {}
    }
  }

  private void heading(HangulXml xml, String type) {
    String kind = id(xml, type).toLowerCase(Locale.ROOT);
    if (!kind.isEmpty() && !kind.equals("none")) {
      shapes.put(shape, new Start(kind, id(xml, "idRef", "heading"), xml.number(0, "level")));
    }
  }

  /** A section starts: its outlines have a numbering of their own. */
  void section(HangulXml xml) {
    String own = id(xml, "outlineShapeIDRef", "outlineShape");
    if (!own.isEmpty()) {
      numbers.outline(own);
    }
  }

  /** The level of the paragraph that just started; 0 is body text. */
  int level(HangulXml xml) {
    Start here = start(xml);
    return here.kind().equals("outline")
        ? here.level() + 1
        : styles.getOrDefault(id(xml, "styleIDRef", "style"), 0);
  }

  /** What is counted before the paragraph that just started. */
  String number(HangulXml xml) {
    Start here = start(xml);
    return switch (here.kind()) {
      case "outline" -> numbers.nextOfOutline(here.level());
      case "number" -> numbers.next(here.numbering(), here.level());
      case "bullet" -> "-";
      default -> "";
    };
  }

  private Start start(HangulXml xml) {
    return shapes.getOrDefault(id(xml, "paraPrIDRef", "paraShape"), NONE);
  }

  private static String id(HangulXml xml, String... names) {
    String id = xml.attribute(names);
    return id == null ? "" : id;
  }
}
