package app.madang.functions.chat;

import app.madang.runtime.ServerEvent;
import java.util.List;

/** An answer's events, to be read from any place on while it grows. */
interface EventSource {

  /**
   * The events after a number; waits a moment for the first and gives none when it does not come.
   * Past the end it says the end again.
   */
  List<ServerEvent> after(long number) throws InterruptedException;

  /** A reader came. */
  void opened();

  /** A reader left. */
  void closed();
}
