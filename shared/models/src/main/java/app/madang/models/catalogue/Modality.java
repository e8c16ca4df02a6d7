package app.madang.models.catalogue;

/** What a model reads. */
public enum Modality {
  /** Words. */
  TEXT,
  /** Pictures. */
  IMAGE
}
