package app.madang.functions.ingestion.parse;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How a camera was held, as EXIF tells it: a number of 1 to 8. The pixels lie as the sensor does,
 * and neither Java's readers nor those who recognise letters turn them.
 */
enum Upright {
  AS_IT_IS(1, 0, 0, 1, 0, 0),
  MIRRORED(-1, 0, 0, 1, 1, 0),
  HALF_TURN(-1, 0, 0, -1, 1, 1),
  HALF_TURN_MIRRORED(1, 0, 0, -1, 0, 1),
  QUARTER_MIRRORED(0, 1, 1, 0, 0, 0),
  QUARTER(0, 1, -1, 0, 1, 0),
  THREE_QUARTERS_MIRRORED(0, -1, -1, 0, 1, 1),
  THREE_QUARTERS(0, -1, 1, 0, 0, 1);

  private final double[] turn;
  private final int right;
  private final int down;

  Upright(double m00, double m10, double m01, double m11, int right, int down) {
    this.turn = new double[] {m00, m10, m01, m11};
    this.right = right;
    this.down = down;
  }

  /** Of a file's first picture; a file that tells nothing, or nonsense, or half, stays as it is. */
  static Upright of(Path file) {
    try {
      ExifIFD0Directory told =
          ImageMetadataReader.readMetadata(file.toFile())
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      Integer number = told == null ? null : told.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
      return number == null || number < 1 || number > 8 ? AS_IT_IS : values()[number - 1];
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      return AS_IT_IS;
    }
  }

  /** Whether height and width change places. */
  boolean lies() {
    return turn[0] == 0;
  }

  /** Turns a picture of that size into the place where it stands upright. */
  AffineTransform transform(int width, int height) {
    return new AffineTransform(
        turn[0],
        turn[1],
        turn[2],
        turn[3],
        right * (double) (lies() ? height : width),
        down * (double) (lies() ? width : height));
  }
}
