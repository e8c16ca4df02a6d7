/** Cuts what a reader told into passages of a size that searches and models like. */
@NullMarked
package app.madang.functions.ingestion.chunk;

import org.jspecify.annotations.NullMarked;
