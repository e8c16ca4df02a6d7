package app.madang.knowledge;

/** Which sides of a search are asked; each alone is for who measures or looks into a search. */
public enum Sides {
  /** Words, and meaning where a model can, judged by a reranker where one is: what people get. */
  BOTH,

  /** Both in the order of their scores, whatever a reranker would say. */
  FUSED,

  /** Words alone. */
  WORDS,

  /** Meaning alone: nothing is found where no model can. */
  MEANING
}
