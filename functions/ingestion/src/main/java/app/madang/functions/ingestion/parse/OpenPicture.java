package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture file, of one page or several; nothing is unpacked before it is asked for. */
final class OpenPicture implements AutoCloseable {

  private final ImageInputStream in;
  private final ImageReader reader;
  private final Upright upright;

  private OpenPicture(ImageInputStream in, ImageReader reader, Upright upright) {
    this.upright = upright;
    this.in = in;
    this.reader = reader;
  }

  /**
   * Opens one.
   *
   * @throws UnreadableException when no reader knows it
   */
  static OpenPicture of(Path file) throws IOException {
    ImageIO.setUseCache(false);
    ImageInputStream in = ImageIO.createImageInputStream(file.toFile());
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      in.close();
      throw new UnreadableException(FailureCode.BROKEN, "no picture that can be read");
    }
    ImageReader reader = readers.next();
    reader.setInput(in, false, true);
    return new OpenPicture(in, reader, Upright.of(file));
  }

  int pages() throws IOException {
    return reader.getNumImages(true);
  }

  /** Of each page. */
  List<Long> pixels() throws IOException {
    List<Long> pixels = new ArrayList<>();
    for (int page = 0; page < pages(); page++) {
      pixels.add(pixels(page));
    }
    return pixels;
  }

  private long pixels(int page) throws IOException {
    return (long) reader.getWidth(page) * reader.getHeight(page);
  }

  /** A page in grey and upright, of about so many pixels at most. */
  BufferedImage grey(int page, double most) throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    int step = (int) Math.ceil(Math.sqrt(pixels(page) / most));
    param.setSourceSubsampling(step, step, 0, 0);
    BufferedImage picture = reader.read(page, param);
    Upright turn = page == 0 ? upright : Upright.AS_IT_IS;
    int width = turn.lies() ? picture.getHeight() : picture.getWidth();
    int height = turn.lies() ? picture.getWidth() : picture.getHeight();
    BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = grey.createGraphics();
    pen.transform(turn.transform(picture.getWidth(), picture.getHeight()));
    // what is transparent shows paper
    pen.drawImage(picture, 0, 0, Color.WHITE, null);
    pen.dispose();
    return grey;
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }
}
