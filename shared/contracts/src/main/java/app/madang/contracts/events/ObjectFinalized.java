package app.madang.contracts.events;

/**
 * {@code object.finalized}: Cloud Storage's notification that an object's bytes are complete; its
 * attributes.
 */
public record ObjectFinalized(String bucketId, String objectId, long objectGeneration, long size) {}
