package app.madang.functions.documents.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page's title, its links and what it says to robots. */
record WebPage(String title, boolean noIndex, List<String> links) {

  private static final int MOST_LINKS = 2_000;

  static WebPage of(Path file, URI address, @Nullable String robotsHeader, WebScope scope)
      throws IOException {
    Document page = Jsoup.parse(file.toFile(), null, address.toString());
    StringBuilder said = new StringBuilder(robotsHeader == null ? "" : robotsHeader);
    for (Element meta : page.select("meta[name]")) {
      String name = meta.attr("name").toLowerCase(Locale.ROOT);
      if (name.equals("robots") || name.equals(Robots.AGENT)) {
        said.append(',').append(meta.attr("content"));
      }
    }
    String robots = said.toString().toLowerCase(Locale.ROOT);
    boolean none = robots.matches("(?s).*\\bnone\\b.*");
    List<String> links = none || robots.contains("nofollow") ? List.of() : links(page, scope);
    return new WebPage(page.title().strip(), none || robots.contains("noindex"), links);
  }

  private static List<String> links(Document page, WebScope scope) {
    List<String> links = new ArrayList<>();
    for (Element link : page.select("a[href]")) {
      if (link.attr("rel").toLowerCase(Locale.ROOT).contains("nofollow")) {
        continue;
      }
      WebAddress.canonical(link.absUrl("href").replaceFirst("#.*$", ""))
          .filter(scope::holds)
          .map(URI::toString)
          .filter(address -> links.size() < MOST_LINKS && !links.contains(address))
          .ifPresent(links::add);
    }
    return links;
  }
}
