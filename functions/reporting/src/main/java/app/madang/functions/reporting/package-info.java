/** What was used, what it cost, what may be spent, and who is told. */
@NullMarked
package app.madang.functions.reporting;

import org.jspecify.annotations.NullMarked;
