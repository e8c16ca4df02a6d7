package app.madang.functions.ingestion.parse;

/**
 * Lines of one size that stand together.
 *
 * @param size of the type, in half points
 */
record PdfParagraph(int page, int size, String text) {}
