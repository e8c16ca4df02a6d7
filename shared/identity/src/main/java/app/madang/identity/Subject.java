package app.madang.identity;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is given a right.
 *
 * @param id of the person or group; none for everyone
 */
public record Subject(@NotNull SubjectKind kind, @Nullable UUID id) {}
