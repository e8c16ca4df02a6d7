package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How many bytes may still come out of a container; counted as they come, announced or not. */
final class Allowance {

  private long left;

  Allowance(long bytes) {
    this.left = bytes;
  }

  /** The same stream, at the expense of this allowance. */
  InputStream on(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int read = super.read();
        spend(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        spend(Math.max(0, read));
        return read;
      }
    };
  }

  private void spend(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "unpacks to too much");
    }
  }
}
