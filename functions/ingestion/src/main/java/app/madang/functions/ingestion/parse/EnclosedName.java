package app.madang.functions.ingestion.parse;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a file in a file is called: to be read by people, never to be opened. */
final class EnclosedName {

  private static final int LONGEST = 200;

  private EnclosedName() {}

  /** Forward slashes, no way up, no root, no drive, no controls; composed. */
  static String of(String raw) {
    String path =
        Arrays.stream(CleanText.line(raw).replace('\\', '/').split("/"))
            .map(String::strip)
            .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
            .filter(part -> !part.matches("[A-Za-z]:"))
            .collect(Collectors.joining("/"));
    if (path.isEmpty()) {
      return "?";
    }
    return path.length() <= LONGEST ? path : "…" + path.substring(path.length() - LONGEST + 1);
  }
}
