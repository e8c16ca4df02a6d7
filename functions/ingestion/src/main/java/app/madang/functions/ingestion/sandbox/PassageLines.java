package app.madang.functions.ingestion.sandbox;

import app.madang.functions.ingestion.parse.UnreadableException;
import app.madang.knowledge.FailureCode;
import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.Omission;
import app.madang.knowledge.Part;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes passages as JSON lines; the last line says how it ended. Written by hand, field by field:
 * data binding would cost the short-lived process more than the parsing of most files.
 */
final class PassageLines implements Consumer<NewPassage>, Closeable {

  static final String DONE = "done";

  private final OutputStream out;
  private final int most;
  private final JsonFactory json = new JsonFactory();
  private int written;

  PassageLines(Path file, int most) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file));
    this.most = most;
  }

  int written() {
    return written;
  }

  @Override
  public void accept(NewPassage passage) {
    if (++written > most) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "more than " + most + " passages");
    }
    line(
        generator -> {
          generator.writeStringProperty("text", passage.text());
          generator.writeObjectPropertyStart("location");
          location(generator, passage.location());
          generator.writeEndObject();
          generator.writeArrayPropertyStart("parts");
          for (Part part : passage.parts()) {
            generator.writeStartObject();
            generator.writeNumberProperty("start", part.start());
            generator.writeObjectPropertyStart("location");
            location(generator, part.location());
            generator.writeEndObject();
            generator.writeEndObject();
          }
          generator.writeEndArray();
        });
  }

  private static void location(JsonGenerator generator, Location location) {
    number(generator, "page", location.page());
    number(generator, "slide", location.slide());
    if (location.sheet() != null) {
      generator.writeStringProperty("sheet", location.sheet());
    }
    List<String> headings = location.headings();
    if (headings != null) {
      generator.writeArrayPropertyStart("headings");
      headings.forEach(generator::writeString);
      generator.writeEndArray();
    }
  }

  /** Writes the last line: {@link #DONE} or a failure's code, and what was left out. */
  void end(String how, List<Omission> omissions) {
    line(
        generator -> {
          generator.writeStringProperty("end", how);
          generator.writeArrayPropertyStart("omissions");
          omissions.forEach(omission -> omission(generator, omission));
          generator.writeEndArray();
        });
  }

  private static void omission(JsonGenerator generator, Omission omission) {
    generator.writeStartObject();
    generator.writeStringProperty("reason", omission.reason().name());
    if (omission.file() != null) {
      generator.writeStringProperty("file", omission.file());
    }
    generator.writeArrayPropertyStart("pages");
    omission.pages().forEach(generator::writeNumber);
    generator.writeEndArray();
    generator.writeEndObject();
  }

  private void line(Consumer<JsonGenerator> fields) {
    try {
      StringWriter line = new StringWriter();
      try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), line)) {
        generator.writeStartObject();
        fields.accept(generator);
        generator.writeEndObject();
      }
      out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void number(JsonGenerator generator, String name, @Nullable Integer value) {
    if (value != null) {
      generator.writeNumberProperty(name, value);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
