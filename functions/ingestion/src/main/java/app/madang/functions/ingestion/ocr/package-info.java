/** Recognises the letters on scanned pages, by whoever is set up to. */
@NullMarked
package app.madang.functions.ingestion.ocr;

import org.jspecify.annotations.NullMarked;
