package app.madang.functions.documents.source;

import app.madang.runtime.outbound.OutboundRefused;
import app.madang.runtime.outbound.WebDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The pages that a site itself lists. */
final class SiteMaps {

  private static final int MOST_MAPS = 20;
  private static final int MOST_PAGES = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int MOST_BYTES = 20 << 20;

  private final WebDoor door;
  private final Robots robots;
  private final WebScope scope;

  SiteMaps(WebDoor door, Robots robots, WebScope scope) {
    this.door = door;
    this.robots = robots;
    this.scope = scope;
  }

  List<SourceItem> items() {
    Set<String> asked = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    for (URI start : scope.starts()) {
      List<String> named = robots.of(start).getSitemaps();
      open.addAll(named.isEmpty() ? List.of(start.resolve("/sitemap.xml").toString()) : named);
    }
    List<SourceItem> found = new ArrayList<>();
    // a worker that says nothing for too long loses its lease
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)
        && !open.isEmpty()
        && asked.size() < MOST_MAPS
        && found.size() < MOST_PAGES) {
      String next = open.removeFirst();
      if (asked.add(next)) {
        WebAddress.canonical(next).ifPresent(map -> read(map, open, found));
      }
    }
    return found;
  }

  private void read(URI map, Deque<String> open, List<SourceItem> found) {
    try {
      Path file = Files.createTempFile("sitemap", ".xml");
      try {
        var answer =
            door.get(map, WebSource.AGENT_HEADER, Duration.ofSeconds(30), MOST_BYTES, file);
        if (answer.status() != 200) {
          return;
        }
        // jsoup's XML knows no entities of outside
        var xml = Jsoup.parse(file.toFile(), "UTF-8", "", Parser.xmlParser());
        xml.select("sitemap > loc").forEach(loc -> open.add(loc.text()));
        for (Element loc : xml.select("url > loc")) {
          WebAddress.canonical(loc.text())
              .filter(scope::holds)
              .filter(page -> found.size() < MOST_PAGES)
              .map(URI::toString)
              .ifPresent(page -> found.add(SourceItem.listed(page, page, null)));
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (OutboundRefused e) {
      // a map that cannot be read is no reason not to follow links
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
