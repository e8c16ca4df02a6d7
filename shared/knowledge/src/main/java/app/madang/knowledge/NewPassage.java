package app.madang.knowledge;

/**
 * A piece of a document as the parser cut it.
 *
 * @param text what people read and models quote
 * @param location where it stands
 */
public record NewPassage(String text, Location location) {}
