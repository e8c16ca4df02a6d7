package app.madang.knowledge.internal.planted;

/** Something internal to a module. */
public final class Secret {}
