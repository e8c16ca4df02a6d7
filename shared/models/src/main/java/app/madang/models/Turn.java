package app.madang.models;

/** Something that was said in the conversation before. */
public record Turn(Speaker speaker, String text) {

  /** Who said it. */
  public enum Speaker {
    /** The one who asks. */
    PERSON,
    /** The one who answers. */
    MODEL
  }
}
