package app.madang.functions.publishing;

import org.jspecify.annotations.Nullable;

/**
 * How a canary fares by one of its two measures, and whether that is bad enough to take it back.
 *
 * <p>One person is one session, however often they ask or vote: a session is bad or not. A canary
 * of at least {@link #NEEDED} sessions fails when the lower bound of Wilson's score interval of its
 * bad share, {@code (p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)} with {@code p = bad/n}, lies
 * above the limit of the measure (a tenth for errors, a fifth for feedback) and above the bad share
 * of the release that the others use, when that has as many sessions. The test is one-sided with
 * {@code z = 2.326} (99 %): stricter than usual, because it is made again with every answer.
 * Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference,
 * Journal of the American Statistical Association 22 (1927), 209–212.
 *
 * @param sessions people who used the canary
 * @param bad sessions of them
 * @param bound the lower bound of the bad share, 0 to 1
 * @param limit what the bound must not pass
 * @param live the others; null when too few of them, or no earlier release, can be compared with
 */
record CanaryMeasure(
    CanaryCause cause,
    int sessions,
    int bad,
    double bound,
    double limit,
    @Nullable Share live,
    Verdict verdict) {

  /** Fewer sessions say nothing. */
  static final int NEEDED = 20;

  private static final double Z = 2.326;
  private static final double MOST_ERRORS = 0.1;
  private static final double MOST_DISLIKED = 0.2;

  /** Bad sessions among all. */
  record Share(int sessions, int bad) {

    private double rate() {
      return (double) bad / sessions;
    }
  }

  enum Verdict {
    /** Not enough sessions yet. */
    WAITS,
    HOLDS,
    FAILS
  }

  static CanaryMeasure errors(Share canary, Share live) {
    return of(CanaryCause.ERRORS, MOST_ERRORS, canary, live);
  }

  static CanaryMeasure feedback(Share canary, Share live) {
    return of(CanaryCause.FEEDBACK, MOST_DISLIKED, canary, live);
  }

  private static CanaryMeasure of(CanaryCause cause, double limit, Share canary, Share live) {
    double bound = lowerBound(canary);
    Share compared = live.sessions() < NEEDED ? null : live;
    boolean worse = bound > limit && (compared == null || bound > compared.rate());
    Verdict verdict =
        canary.sessions() < NEEDED ? Verdict.WAITS : worse ? Verdict.FAILS : Verdict.HOLDS;
    return new CanaryMeasure(
        cause, canary.sessions(), canary.bad(), bound, limit, compared, verdict);
  }

  /** Wilson's; 0 without sessions. */
  static double lowerBound(Share share) {
    if (share.bad() == 0) {
      return 0;
    }
    double n = share.sessions();
    double p = share.rate();
    double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    return (p + Z * Z / (2 * n) - spread) / (1 + Z * Z / n);
  }
}
