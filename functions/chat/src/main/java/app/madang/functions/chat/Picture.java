package app.madang.functions.chat;

import java.util.UUID;

/** A picture beside a question, without its bytes. */
record Picture(UUID id, String mediaType, int width, int height) {

  /** The longest side that is taken: more is of no use to a model. */
  static final int LONGEST = 8192;
}
