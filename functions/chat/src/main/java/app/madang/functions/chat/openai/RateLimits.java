package app.madang.functions.chat.openai;

import java.util.UUID;

/** How often a key may ask. */
public interface RateLimits {

  /** Takes one; 0, or the seconds to wait. */
  int take(UUID key);
}
