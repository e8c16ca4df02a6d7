package app.madang.knowledge;

/**
 * A passage that has no vector yet.
 *
 * @param passage its internal number
 */
public record PassageText(long passage, String text) {}
