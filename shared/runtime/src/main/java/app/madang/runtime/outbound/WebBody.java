package app.madang.runtime.outbound;

import java.io.IOException;
import java.io.OutputStream;

/** Where an answer's body goes. */
@FunctionalInterface
public interface WebBody {

  /** Opened when the head has come, closed at the end. */
  OutputStream open() throws IOException;

  /** Asked after each piece; what follows is left unread, as with streams that stay open. */
  default boolean isOver() {
    return false;
  }
}
