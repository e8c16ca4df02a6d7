/**
 * What model calls use and cost, and the budgets that bound it: reserve before a call, settle or
 * refund after it.
 */
@NullMarked
package app.madang.metering;

import org.jspecify.annotations.NullMarked;
