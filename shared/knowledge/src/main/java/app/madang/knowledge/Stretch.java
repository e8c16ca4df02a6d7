package app.madang.knowledge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which passages of a document are read: those from a number on, or those around one of them.
 *
 * @param around a passage of the document; from its start when it is none, or null
 * @param from ignored where there is a passage
 */
public record Stretch(@Nullable UUID around, int from, int count) {}
