package app.madang.functions.chat.cache;

import java.time.Duration;
import java.util.Optional;

/** Where sealed answers lie; nothing is found and nothing kept while it is away. */
public interface Shelf {

  /** What lies there. */
  Optional<byte[]> get(String key);

  /** Puts something there for a while; does not wait for it. */
  void put(String key, byte[] sealed, Duration kept);

  /** Counts a question that was looked up; does not wait for it. */
  void count(boolean hit);

  /** The last 30 days together; none while nobody can say. */
  Optional<Uses> uses();

  /** How often an answer was found, and how often not. */
  record Uses(long hits, long misses) {}
}
