/**
 * The job that brings the database's schemas up to date, before a deploy and never at a cold start.
 */
@NullMarked
package app.madang.functions.migrate;

import org.jspecify.annotations.NullMarked;
