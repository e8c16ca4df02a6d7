package app.madang.knowledge;

/** Which sides of a search are asked; each alone is for who measures or looks into a search. */
public enum Sides {
  /** Words, and meaning where a model can: what people get. */
  BOTH,

  /** Words alone. */
  WORDS,

  /** Meaning alone: nothing is found where no model can. */
  MEANING
}
