package app.madang.runtime.storage;

import java.time.Instant;

/**
 * What a valid signature of the filesystem adapter allows.
 *
 * @param method {@code PUT}, {@code POST} or {@code GET}, or {@link
 *     FilesystemObjectStorage#SESSION}
 * @param name the object
 * @param size exact size of an upload; 0 for a download
 * @param detail content type of an upload, file name of a download
 * @param expiresAt when it stops
 */
public record SignedRequest(
    String method, String name, long size, String detail, Instant expiresAt) {}
