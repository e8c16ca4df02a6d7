package app.madang.functions.ingestion.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.BodyFactory;
import org.jspecify.annotations.Nullable;

/** Keeps the parts of a mail, decoded, in files: an attachment may be larger than the memory. */
final class MailBodies implements BodyFactory {

  @Override
  public BinaryBody binaryBody(InputStream in) throws IOException {
    return new Bytes(stored(in));
  }

  @Override
  public TextBody textBody(InputStream in, @Nullable String charset) throws IOException {
    Path file = stored(in);
    return new Words(file, charset(file, charset));
  }

  private static Path stored(InputStream in) throws IOException {
    Path file = Files.createTempFile("mail", "");
    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }

  private static Charset charset(Path file, @Nullable String said) throws IOException {
    if (said == null || said.equalsIgnoreCase("us-ascii")) {
      return TextEncoding.of(file);
    }
    String name = said.toLowerCase(Locale.ROOT);
    if (name.startsWith("ks_c_5601") || name.equals("euc-kr") || name.equals("ksc5601")) {
      return MailFields.KOREAN;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return TextEncoding.of(file);
    }
  }

  private static final class Bytes extends BinaryBody {

    private final Path file;

    Bytes(Path file) {
      this.file = file;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return Files.newInputStream(file);
    }
  }

  private static final class Words extends TextBody {

    private final Path file;
    private final Charset charset;

    Words(Path file, Charset charset) {
      this.file = file;
      this.charset = charset;
    }

    @Override
    public String getMimeCharset() {
      return charset.name();
    }

    @Override
    public Charset getCharset() {
      return charset;
    }

    @Override
    public Reader getReader() throws IOException {
      return TextEncoding.open(file, charset);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return Files.newInputStream(file);
    }
  }
}
