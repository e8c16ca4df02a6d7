package app.madang.functions.documents.source;

import app.madang.runtime.outbound.OutboundRefused;
import app.madang.runtime.outbound.WebAnswer;
import app.madang.runtime.outbound.WebDoor;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What sites allow to be read (RFC 9309), asked once a site and slice. */
final class Robots {

  static final String AGENT = "madang";
  private static final int MOST_BYTES = 500 << 10;
  private static final int REDIRECTS = 5;
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final BaseRobotRules OPEN =
      new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL);

  private final WebDoor door;
  private final Map<String, BaseRobotRules> known = new HashMap<>();

  Robots(WebDoor door) {
    this.door = door;
  }

  /** The rules of a page's site; a site whose rules cannot be had now is not read now. */
  BaseRobotRules of(URI page) {
    String site = page.getScheme() + "://" + page.getRawAuthority();
    BaseRobotRules rules = known.get(site);
    if (rules == null) {
      rules = ask(URI.create(site + "/robots.txt"));
      known.put(site, rules);
    }
    return rules;
  }

  private BaseRobotRules ask(URI address) {
    URI at = address;
    Path file = temporary();
    try {
      for (int i = 0; i <= REDIRECTS; i++) {
        WebAnswer answer = door.get(at, WebSource.AGENT_HEADER, LIMIT, MOST_BYTES, file);
        String location = answer.header("location");
        if (answer.status() >= 300 && answer.status() < 400 && location != null) {
          at = WebAddress.canonical(at.resolve(location).toString()).orElse(address);
          continue;
        }
        if (answer.status() >= 500 || answer.status() == 429) {
          throw new SourceFailed("robots_unreachable");
        }
        if (answer.status() != 200) {
          return OPEN;
        }
        return new SimpleRobotRulesParser()
            .parseContent(at.toString(), Files.readAllBytes(file), "text/plain", List.of(AGENT));
      }
      return OPEN;
    } catch (OutboundRefused e) {
      throw new SourceFailed(
          e.code().equals("unreachable") || e.code().equals("too_large")
              ? "robots_unreachable"
              : e.code());
    } catch (IllegalArgumentException e) {
      throw new SourceFailed("robots_unreachable");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(file);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("robots", ".txt");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
