package app.madang.functions.chat.openai;

/** What a caller waits for. */
public interface Watched {

  /** A moment to look whether the caller is still there; about once a second. */
  void beat(long now);

  /** The caller gets no more, and is told why. */
  void end(OpenAiProblem why);
}
