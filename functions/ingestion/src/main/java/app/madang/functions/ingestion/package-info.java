/** Reads an uploaded file, cuts it into passages and makes it findable by its words. */
@NullMarked
package app.madang.functions.ingestion;

import org.jspecify.annotations.NullMarked;
