package app.madang.models.routing;

import app.madang.models.ModelSink;

/** Where an answer goes, with what the reader is told of how it came. */
public interface RouterSink extends ModelSink {

  /**
   * Another model goes on.
   *
   * @param midway whether part of the answer has been read already
   */
  default void switched(String from, String to, boolean midway) {}
}
