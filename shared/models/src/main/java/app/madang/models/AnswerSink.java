package app.madang.models;

/** Where an answer goes while it is made. */
public interface AnswerSink {

  /** The next piece, in Markdown; sources are cited as {@code [1]}. */
  void text(String delta);

  /** Whether nobody wants more. */
  boolean cancelled();
}
