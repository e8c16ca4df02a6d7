package app.madang.knowledge;

import java.util.List;

/**
 * What was found.
 *
 * @param hits best first
 * @param meaningUsed false when only words were compared
 */
public record SearchOutcome(List<Hit> hits, boolean meaningUsed) {}
