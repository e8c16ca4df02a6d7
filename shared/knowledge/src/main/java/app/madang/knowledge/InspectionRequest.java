package app.madang.knowledge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search to look into.
 *
 * @param chosen a document of which somebody asks why it did not come up
 */
public record InspectionRequest(SearchRequest search, @Nullable UUID chosen) {}
