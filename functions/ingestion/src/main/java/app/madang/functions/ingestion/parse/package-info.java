/** One reader a file format; all of them tell the same story of headings, paragraphs and rows. */
@NullMarked
package app.madang.functions.ingestion.parse;

import org.jspecify.annotations.NullMarked;
