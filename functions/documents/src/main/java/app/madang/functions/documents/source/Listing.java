package app.madang.functions.documents.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a list.
 *
 * @param gone ids that the source says are gone
 * @param cursor where the list goes on; null at its end
 * @param checkpoint for the next run, once the list is at its end
 * @param whole whether what this run did not list is gone
 */
public record Listing(
    List<SourceItem> found,
    List<String> gone,
    @Nullable String cursor,
    @Nullable String checkpoint,
    boolean whole) {}
