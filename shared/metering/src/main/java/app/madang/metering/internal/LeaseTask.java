package app.madang.metering.internal;

/** What requests ask of the thread that leases. */
sealed interface LeaseTask permits Want, Return {}
