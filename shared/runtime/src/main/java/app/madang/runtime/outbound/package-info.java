/** Calls to addresses that people chose: connected to the very address that was checked. */
@NullMarked
package app.madang.runtime.outbound;

import org.jspecify.annotations.NullMarked;
