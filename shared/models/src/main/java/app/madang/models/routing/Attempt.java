package app.madang.models.routing;

import app.madang.models.ModelFailure;
import app.madang.models.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * One model was asked.
 *
 * @param model its id
 * @param provider who runs it
 * @param failure what went wrong; null when it answered
 * @param tokens what it took; estimated when it broke
 * @param firstTokenMillis until the first piece; -1 when none came
 * @param millis in all
 */
public record Attempt(
    String model,
    String provider,
    ModelFailure.@Nullable Kind failure,
    Tokens tokens,
    int firstTokenMillis,
    int millis) {}
