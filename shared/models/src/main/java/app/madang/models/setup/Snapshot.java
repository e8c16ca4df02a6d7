package app.madang.models.setup;

import app.madang.models.catalogue.Catalogue;
import app.madang.models.masking.CustomPattern;
import java.util.List;
import java.util.Map;

/**
 * All that is set up, as it was at one moment.
 *
 * @param usual who answers those who choose nobody
 * @param cache whether answers may be given again
 */
record Snapshot(
    Catalogue catalogue,
    Map<String, byte[]> sealedKeys,
    List<CustomPattern> patterns,
    String usual,
    CacheRule cache) {}
