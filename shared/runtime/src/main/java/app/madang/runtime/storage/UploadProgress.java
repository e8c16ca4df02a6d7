package app.madang.runtime.storage;

import java.util.Optional;

/**
 * How far an upload is.
 *
 * @param received bytes so far
 * @param object the object, once all bytes are there
 */
public record UploadProgress(long received, Optional<StoredObject> object) {}
