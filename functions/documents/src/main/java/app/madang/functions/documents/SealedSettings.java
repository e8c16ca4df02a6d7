package app.madang.functions.documents;

import app.madang.functions.documents.source.SourceSettings;
import app.madang.runtime.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A source's settings as they lie in the database: sealed to their connector. */
final class SealedSettings {

  private static final int PAGES = 500;
  private static final int DEPTH = 5;

  private final Sealer sealer;
  private final JsonMapper json;

  SealedSettings(Sealer sealer, JsonMapper json) {
    this.sealer = sealer;
    this.json = json;
  }

  byte[] seal(UUID connector, SourceSettings settings) {
    return sealer.seal(
        json.writeValueAsString(settings).getBytes(StandardCharsets.UTF_8), context(connector));
  }

  SourceSettings open(UUID connector, byte[] sealed) {
    return json.readValue(sealer.open(sealed, context(connector)), SourceSettings.class);
  }

  /** How many items a run takes in. */
  int most(ConnectorLease run) {
    return run.kind().equals("web")
        ? Objects.requireNonNullElse(open(run.id(), run.settings()).maxPages(), PAGES)
        : ConnectorItems.MOST;
  }

  /** How many links away from its start a crawl goes. */
  int deepest(ConnectorLease run) {
    return run.kind().equals("web")
        ? Objects.requireNonNullElse(open(run.id(), run.settings()).maxDepth(), DEPTH)
        : 0;
  }

  private static String context(UUID connector) {
    return "connector:" + connector;
  }
}
