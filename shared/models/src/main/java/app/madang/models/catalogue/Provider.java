package app.madang.models.catalogue;

import app.madang.contracts.Clearance;
import org.jspecify.annotations.Nullable;

/**
 * Who runs models.
 *
 * @param id a short name, as in {@code openai}
 * @param kind whose interface it speaks
 * @param name as people know it
 * @param baseUrl what the interface's paths are put behind
 * @param region where it computes; null when it does not say
 * @param clearance the most that may be sent there
 * @param keyVariable the environment variable that may hold its key
 */
public record Provider(
    String id,
    ProviderKind kind,
    String name,
    String baseUrl,
    @Nullable String region,
    Clearance clearance,
    @Nullable String keyVariable) {}
