package app.madang.knowledge;

import java.util.Locale;

/** Why a document could not be read; the words for people stand with the documents function. */
public enum FailureCode {
  /** The file has no bytes. */
  EMPTY,
  /** Larger than the limit, as it came or unpacked. */
  TOO_LARGE,
  /** A format that is not read. */
  UNSUPPORTED,
  /** Locked with a password. */
  ENCRYPTED,
  /** Published for viewing only; its author locked the content. */
  PROTECTED,
  /** Damaged. */
  BROKEN,
  /** Nested or composed beyond the limits of time and memory. */
  TOO_COMPLEX,
  /** Nothing to read in it. */
  NO_TEXT,
  /** Pictures of pages, and nobody here to recognise their letters. */
  SCANNED,
  /** The bytes never came. */
  UPLOAD_EXPIRED,
  /** Our fault. */
  INTERNAL;

  /** The code as stored and as clients see it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The failure of a stored code. */
  public static FailureCode of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether reading again can help: not when the bytes never came. */
  public boolean retryable() {
    return this != UPLOAD_EXPIRED;
  }
}
