package app.madang.functions.documents.source;

import java.util.List;

/** Who may read an item at its source: people and groups by address. */
public record Access(List<String> people, List<String> groups, boolean everyone) {}
