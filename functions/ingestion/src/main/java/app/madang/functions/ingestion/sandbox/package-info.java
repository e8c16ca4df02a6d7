/** The process of its own in which a stranger's file is read. */
@NullMarked
package app.madang.functions.ingestion.sandbox;

import org.jspecify.annotations.NullMarked;
