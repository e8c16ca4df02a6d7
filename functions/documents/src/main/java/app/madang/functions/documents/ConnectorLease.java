package app.madang.functions.documents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that this worker holds, as it stood when a step began.
 *
 * @param whole whether what the run did not see is gone
 */
record ConnectorLease(
    UUID id,
    UUID lease,
    String kind,
    byte[] settings,
    String state,
    String phase,
    long run,
    @Nullable String cursor,
    @Nullable String checkpoint,
    boolean whole) {}
