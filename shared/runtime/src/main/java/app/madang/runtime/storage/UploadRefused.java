package app.madang.runtime.storage;

import java.io.IOException;

/** Bytes that the filesystem adapter does not take, with the status that Cloud Storage answers. */
public final class UploadRefused extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /** Refuses with a status and a reason. */
  public UploadRefused(int status, String reason) {
    super(reason);
    this.status = status;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }
}
