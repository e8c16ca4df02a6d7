/** Leases, the group commit and the reports' SQL. */
@NullMarked
package app.madang.metering.internal;

import org.jspecify.annotations.NullMarked;
