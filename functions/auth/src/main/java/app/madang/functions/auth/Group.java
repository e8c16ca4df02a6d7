package app.madang.functions.auth;

import java.util.UUID;

/** A group of people and groups. */
public record Group(UUID id, String name) {}
