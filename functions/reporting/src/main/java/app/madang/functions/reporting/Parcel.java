package app.madang.functions.reporting;

import app.madang.runtime.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing on its way to one channel; neither report nor alert is a test.
 *
 * @param target an e-mail address, or a webhook's host
 * @param address a webhook's whole address, sealed; null for e-mail
 * @param secret sealed; null for e-mail
 * @param attempt from 1
 */
record Parcel(
    UUID id,
    UUID channelId,
    String kind,
    String target,
    byte @Nullable [] address,
    byte @Nullable [] secret,
    Locale locale,
    int attempt,
    @Nullable ScheduledReport report,
    @Nullable BudgetAlert alert) {

  /** The whole of a channel's target; an address that is not sealed yet stands as it is. */
  static String target(Sealer sealer, UUID channel, byte @Nullable [] address, String target) {
    return address == null
        ? target
        : new String(sealer.open(address, Post.addressContext(channel)), StandardCharsets.UTF_8);
  }
}
