package app.madang.identity;

import java.util.UUID;

/**
 * A right that somebody was given.
 *
 * @param name of who has it; empty for everyone, and for who is gone
 */
public record Grant<R extends GrantRole>(UUID id, Subject subject, String name, R role) {}
