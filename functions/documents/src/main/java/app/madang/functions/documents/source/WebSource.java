package app.madang.functions.documents.source;

import app.madang.functions.documents.source.Fetched.Outcome;
import app.madang.runtime.outbound.OutboundRefused;
import app.madang.runtime.outbound.WebAnswer;
import app.madang.runtime.outbound.WebDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A website: pages of the same origin that robots may read. A redirect is one more address to be
 * checked like any other; nothing is followed unseen.
 */
final class WebSource implements Source {

  static final Map<String, String> AGENT_HEADER =
      Map.of("User-Agent", "Madang/1.0 (+robots.txt: " + Robots.AGENT + ")");
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long SLOWEST_MILLIS = 10_000;
  private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
  private static final Set<String> ENDINGS =
      Set.of("pdf", "docx", "pptx", "xlsx", "hwp", "hwpx", "txt", "md", "csv", "epub");

  private final WebDoor door;
  private final WebScope scope;
  private final Robots robots;
  private final boolean sitemap;
  private final long delayMillis;
  private final long mostBytes;

  WebSource(WebDoor door, SourceSettings settings, long mostBytes) {
    this.door = door;
    this.scope = new WebScope(settings);
    this.robots = new Robots(door);
    this.sitemap = Boolean.TRUE.equals(settings.sitemap());
    this.delayMillis = settings.delaySeconds() == null ? 1000 : settings.delaySeconds() * 1000L;
    this.mostBytes = mostBytes;
  }

  @Override
  public Listing list(@Nullable String cursor, @Nullable String checkpoint) {
    List<SourceItem> starts =
        scope.starts().stream()
            .map(start -> SourceItem.listed(start.toString(), start.toString(), null))
            .toList();
    List<SourceItem> mapped =
        sitemap ? new SiteMaps(door, robots, scope).items() : List.<SourceItem>of();
    List<SourceItem> all = new java.util.ArrayList<>(starts);
    all.addAll(mapped);
    return new Listing(all, List.of(), null, null, true);
  }

  @Override
  public long pauseMillis() {
    long asked =
        scope.starts().isEmpty()
            ? 0
            : Math.max(0, robots.of(scope.starts().getFirst()).getCrawlDelay());
    return Math.min(SLOWEST_MILLIS, Math.max(delayMillis, asked));
  }

  @Override
  public Fetched fetch(SourceItem item, Path into) {
    URI page = URI.create(item.id());
    if (!scope.holds(page)) {
      return Fetched.leftOut("out_of_scope", List.of());
    }
    if (!robots.of(page).isAllowed(page.toString())) {
      return Fetched.leftOut("robots", List.of());
    }
    try {
      return answered(page, door.get(page, headers(item.revision()), LIMIT, mostBytes, into), into);
    } catch (OutboundRefused e) {
      return e.code().equals("too_large")
          ? Fetched.leftOut("too_large", List.of())
          : Fetched.failed(e.code());
    }
  }

  private Fetched answered(URI page, WebAnswer answer, Path file) {
    int status = answer.status();
    String location = answer.header("location");
    if (status == 304) {
      return Fetched.of(Outcome.UNCHANGED);
    }
    if (status >= 300 && status < 400) {
      return redirected(page, location);
    }
    return switch (status) {
      case 200 -> read(page, answer, file);
      case 404, 410 -> Fetched.of(Outcome.GONE);
      case 401, 403 -> Fetched.failed("forbidden");
      case 429 -> throw new SourceFailed("rate_limited", retryAfter(answer), false);
      default -> Fetched.failed("answered_" + (status >= 500 ? "5xx" : "4xx"));
    };
  }

  private Fetched redirected(URI page, @Nullable String location) {
    URI target = null;
    try {
      target =
          location == null
              ? null
              : WebAddress.canonical(page.resolve(location.replace(" ", "%20")).toString())
                  .orElse(null);
    } catch (IllegalArgumentException e) {
      // no address
    }
    return target == null || !scope.holds(target)
        ? Fetched.leftOut("redirected_away", List.of())
        : new Fetched(Outcome.LEFT_OUT, null, "", "", null, List.of(target.toString()));
  }

  private Fetched read(URI page, WebAnswer answer, Path file) {
    String said = answer.header("content-type");
    String type = (said == null ? "" : said).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String path = page.getPath() == null ? "" : page.getPath();
    String leaf = path.substring(path.lastIndexOf('/') + 1);
    String revision = revision(answer);
    if (!HTML.contains(type)) {
      String ending = leaf.substring(leaf.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      String tag = answer.header("x-robots-tag");
      if (tag != null && tag.toLowerCase(Locale.ROOT).matches("(?s).*\\b(noindex|none)\\b.*")) {
        return Fetched.leftOut("noindex", List.of());
      }
      return ENDINGS.contains(ending) || type.equals("application/pdf") || type.equals("text/plain")
          ? Fetched.read(leaf.isEmpty() ? page.getHost() : leaf, type, revision, List.of())
          : Fetched.leftOut("type", List.of());
    }
    try {
      WebPage html = WebPage.of(file, page, answer.header("x-robots-tag"), scope);
      if (html.noIndex()) {
        return Fetched.leftOut("noindex", html.links());
      }
      String name = html.title().isEmpty() ? page.getHost() + decoded(path) : html.title();
      return Fetched.read(name, "text/html", revision, html.links());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String decoded(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static @Nullable String revision(WebAnswer answer) {
    String tag = answer.header("etag");
    String modified = answer.header("last-modified");
    return tag == null && modified == null
        ? null
        : (tag == null ? "" : tag) + "\n" + (modified == null ? "" : modified);
  }

  private static Map<String, String> headers(@Nullable String revision) {
    Map<String, String> headers = new HashMap<>(AGENT_HEADER);
    headers.put("Accept", "text/html,application/xhtml+xml,application/pdf,*/*;q=0.5");
    if (revision != null) {
      String[] parts = revision.split("\n", -1);
      if (!parts[0].isEmpty()) {
        headers.put("If-None-Match", parts[0]);
      }
      if (parts.length > 1 && !parts[1].isEmpty()) {
        headers.put("If-Modified-Since", parts[1]);
      }
    }
    return headers;
  }

  static Duration retryAfter(WebAnswer answer) {
    String said = answer.header("retry-after");
    return said != null && said.matches("\\d{1,5}")
        ? Duration.ofSeconds(Long.parseLong(said))
        : Duration.ofMinutes(10);
  }
}
