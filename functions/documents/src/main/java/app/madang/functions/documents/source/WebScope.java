package app.madang.functions.documents.source;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which pages belong to a crawl: those of its start addresses' origins, below a path. */
final class WebScope {

  private final List<URI> starts;
  private final Set<String> origins;
  private final String prefix;

  WebScope(SourceSettings settings) {
    List<String> urls = settings.urls() == null ? List.of() : settings.urls();
    starts = urls.stream().flatMap(url -> WebAddress.canonical(url).stream()).toList();
    origins = starts.stream().map(WebScope::origin).collect(Collectors.toSet());
    prefix = settings.pathPrefix() == null ? "/" : settings.pathPrefix();
  }

  List<URI> starts() {
    return starts;
  }

  boolean holds(URI page) {
    return origins.contains(origin(page))
        && (starts.contains(page) || page.getRawPath().startsWith(prefix));
  }

  private static String origin(URI page) {
    return page.getScheme() + "://" + page.getRawAuthority();
  }
}
