package app.madang.metering.internal;

import java.util.UUID;

/**
 * One account pays for an event.
 *
 * @param instance under whose name
 * @param release reserved money that this sets free
 */
record Charge(AccountKey account, UUID instance, long release) {}
