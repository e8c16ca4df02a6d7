package app.madang.models;

/** What texts are turned into vectors for; models that tell the two apart find better. */
public enum EmbeddingPurpose {
  /** Whatever the caller does with them. */
  ANY,

  /** Passages that questions will be compared with. */
  PASSAGE,

  /** Questions. */
  QUESTION
}
