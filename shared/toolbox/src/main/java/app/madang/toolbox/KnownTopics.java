package app.madang.toolbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The topics of the releases that answered last; a release gets no more of them. One that its
 * makers took away is still matched here, and the database keeps no number of it. Threads share
 * one.
 */
final class KnownTopics {

  private static final int MOST = 500;
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<Topics.Line>> LINES = new TypeReference<>() {};

  private final Function<String, Set<String>> words;
  private final Map<Release, Lazy> known = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable Map<Subject, List<Set<String>>> subjects;

  KnownTopics(Function<String, Set<String>> words) {
    this.words = words;
  }

  private record Release(UUID tool, int number) {}

  /** Lines that nobody has waited for yet: they are cut into words when an answer is over. */
  private static final class Lazy {
    private final String lines;
    private @Nullable Topics topics;

    private Lazy(String lines) {
      this.lines = lines;
    }
  }

  boolean has(ReleaseSnapshot release) {
    synchronized (known) {
      return known.containsKey(key(release));
    }
  }

  /** Keeps a release's lines, as the database told them. */
  void put(ReleaseSnapshot release, String lines) {
    synchronized (known) {
      known.put(key(release), new Lazy(lines));
      if (known.size() > MOST) {
        known.remove(known.keySet().iterator().next());
      }
    }
  }

  /** Null when the question is near to none, and when the release has not been told of. */
  @Nullable Integer of(ReleaseSnapshot release, String question) {
    Lazy kept;
    synchronized (known) {
      kept = known.get(key(release));
    }
    return kept == null ? null : topics(kept).of(question);
  }

  private Topics topics(Lazy kept) {
    synchronized (kept) {
      Topics made = kept.topics;
      if (made == null) {
        made = new Topics(JSON.readValue(kept.lines, LINES), words, subjects());
        kept.topics = made;
      }
      return made;
    }
  }

  private synchronized Map<Subject, List<Set<String>>> subjects() {
    Map<Subject, List<Set<String>>> made = subjects;
    if (made == null) {
      made = Topics.subjects(words);
      subjects = made;
    }
    return made;
  }

  private static Release key(ReleaseSnapshot release) {
    return new Release(release.toolId(), release.number());
  }
}
