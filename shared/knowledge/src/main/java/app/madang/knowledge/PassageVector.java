package app.madang.knowledge;

/**
 * A passage's vector.
 *
 * @param passage the number that {@link DocumentVectors#pendingVectors} gave
 * @param vector 384 dimensions
 */
@SuppressWarnings("ArrayRecordComponent") // carried once from the model to the database
public record PassageVector(long passage, float[] vector) {}
