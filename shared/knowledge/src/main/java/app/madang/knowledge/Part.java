package app.madang.knowledge;

/**
 * Where a part of a passage stands: a passage may run over a page's end, or hold several short
 * sections.
 *
 * @param start the first of its characters in the passage's text
 */
public record Part(int start, Location location) {}
