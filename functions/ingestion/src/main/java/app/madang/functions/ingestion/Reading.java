package app.madang.functions.ingestion;

import app.madang.functions.ingestion.sandbox.ParseOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of a document's bytes.
 *
 * @param sha256 of the bytes in hexadecimal digits; null when they were not fetched whole
 */
record Reading(ParseOutcome outcome, @Nullable String sha256) {}
