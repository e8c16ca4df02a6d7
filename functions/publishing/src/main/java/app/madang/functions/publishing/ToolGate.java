package app.madang.functions.publishing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a tool and its reviewers.
 *
 * @param threshold what the mean of the golden questions must reach
 * @param questions how many there are now
 * @param proven whether the tool as it is now may be handed in
 * @param draft how it was last answered by what is being made; null before
 * @param live by the release that people use
 * @param canary by the release that some people use
 */
record ToolGate(
    BigDecimal threshold,
    int questions,
    boolean proven,
    @Nullable Evaluation draft,
    @Nullable Evaluation live,
    @Nullable Evaluation canary) {}
