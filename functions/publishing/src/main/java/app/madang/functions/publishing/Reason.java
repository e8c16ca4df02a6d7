package app.madang.functions.publishing;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Why a release went back or did not come about, with the numbers that decided.
 *
 * @param cause a cause of {@link CanaryCause}, or the fault of a release that failed
 * @param sessions people who used the canary
 * @param bad how many of them
 * @param bound the lower bound of the bad share
 * @param limit what the bound passed
 * @param score what the golden questions gave
 * @param threshold what they must give
 * @param live the others, when they were compared
 */
record Reason(
    String cause,
    @Nullable Integer sessions,
    @Nullable Integer bad,
    @Nullable Double bound,
    @Nullable Double limit,
    @Nullable Double score,
    @Nullable Double threshold,
    CanaryMeasure.@Nullable Share live) {

  static Reason of(JsonNode kept) {
    JsonNode live = kept.path("live");
    return new Reason(
        kept.path("cause").asString(),
        whole(kept.path("sessions")),
        whole(kept.path("bad")),
        part(kept.path("bound")),
        part(kept.path("limit")),
        part(kept.path("score")),
        part(kept.path("threshold")),
        live.isObject()
            ? new CanaryMeasure.Share(live.path("sessions").asInt(), live.path("bad").asInt())
            : null);
  }

  private static @Nullable Integer whole(JsonNode value) {
    return value.isNumber() ? value.asInt() : null;
  }

  private static @Nullable Double part(JsonNode value) {
    return value.isNumber() ? value.asDouble() : null;
  }
}
