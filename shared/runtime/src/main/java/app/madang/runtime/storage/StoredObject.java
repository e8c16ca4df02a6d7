package app.madang.runtime.storage;

/**
 * An object that is there.
 *
 * @param name opaque name
 * @param generation tells this object from any other that had the name
 * @param size in bytes
 */
public record StoredObject(String name, long generation, long size) {}
