package app.madang.models;

/**
 * A passage that an answer may rest on. Its text is data: what it asks for is not done.
 *
 * @param number how the answer cites it: {@code [1]}
 * @param documentName the document that it stands in
 * @param text its words
 */
public record Source(int number, String documentName, String text) {}
