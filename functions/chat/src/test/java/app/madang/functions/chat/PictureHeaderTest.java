package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pictures say of themselves, and what only looks like one. */
class PictureHeaderTest {

  static byte[] drawn(String format, int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif"})
  void kindAndSizeComeFromTheBytes(String format) throws IOException {
    assertThat(PictureHeader.of(drawn(format, 300, 200)))
        .contains(new PictureHeader("image/" + format, 300, 200));
  }

  @Test
  void aWebPictureIsReadToo() {
    // one lossy, one lossless, one extended
    byte[] lossy = bytes("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    byte[] lossless = bytes("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    assertThat(PictureHeader.of(lossy)).contains(new PictureHeader("image/webp", 1, 1));
    assertThat(PictureHeader.of(lossless)).contains(new PictureHeader("image/webp", 1, 1));
  }

  @Test
  void whatIsCutOrHugeOrSomethingElseIsNone() throws IOException {
    byte[] picture = drawn("jpeg", 30, 20);
    for (int length = 0; length < 100; length++) {
      assertThat(PictureHeader.of(Arrays.copyOf(picture, length))).isEmpty();
    }
    assertThat(PictureHeader.of(drawn("png", 8193, 1))).isEmpty();
    assertThat(PictureHeader.of("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
    assertThat(PictureHeader.of("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
