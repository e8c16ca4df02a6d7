package app.madang.runtime;

/**
 * One server-sent event of a streamed answer.
 *
 * @param id increases by one within a stream; clients resume after it
 * @param event the kind
 * @param data written as JSON
 */
public record ServerEvent(long id, String event, Object data) {}
