package app.madang.knowledge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage that answers.
 *
 * @param score fused, 0 to 1 within one outcome
 * @param words BM25 as a share of the best; null when found by meaning alone
 * @param meaning cosine similarity; null when found by words alone
 */
public record Hit(
    UUID passageId,
    UUID documentId,
    String documentName,
    Location location,
    String text,
    double score,
    @Nullable Double words,
    @Nullable Double meaning) {}
