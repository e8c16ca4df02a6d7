package app.madang.runtime;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * W3C trace context (w3.org/TR/trace-context): carried through HTTP, Pub/Sub attributes and the
 * outbox, and named in every log line and problem.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits, this hop's own
 * @param parentId the hop before; null when this is the first
 * @param sampled whether who began it wants it kept
 */
public record Trace(String traceId, String spanId, @Nullable String parentId, boolean sampled) {

  static final String MDC_TRACE = "traceId";
  static final String MDC_SPAN = "spanId";

  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");
  private static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

  /** The trace of this call; a new one outside of any. */
  public static Trace current() {
    return CURRENT.isBound() ? CURRENT.get() : begun();
  }

  /** Continues the trace of a {@code traceparent}, or begins one when it is absent or odd. */
  public static Trace continued(@Nullable String traceparent) {
    Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    if (!matcher.matches()) {
      return begun();
    }
    boolean sampled = (Integer.parseInt(matcher.group(3), 16) & 1) == 1;
    return new Trace(matcher.group(1), random(), matcher.group(2), sampled);
  }

  private static Trace begun() {
    return new Trace(random() + random(), random(), null, true);
  }

  /** Runs work in this trace. */
  public void run(Runnable work) {
    MDC.put(MDC_TRACE, traceId);
    MDC.put(MDC_SPAN, spanId);
    try {
      ScopedValue.where(CURRENT, this).run(work);
    } finally {
      MDC.remove(MDC_TRACE);
      MDC.remove(MDC_SPAN);
    }
  }

  /** The header for the next hop. */
  public String traceparent() {
    return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
  }

  /** Ids must differ, not be secret: secure randomness costs every call a system call. */
  private static String random() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
