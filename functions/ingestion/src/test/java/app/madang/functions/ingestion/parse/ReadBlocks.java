package app.madang.functions.ingestion.parse;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a file tells, one string a block: easy to compare, easy to read when it differs. */
final class ReadBlocks {

  private ReadBlocks() {}

  static List<String> of(Path file) {
    List<String> told = new ArrayList<>();
    new DocumentFile(file)
        .read(
            block ->
                told.add(
                    switch (block) {
                      case Block.Heading heading ->
                          "#".repeat(heading.level()) + " " + heading.text();
                      case Block.Paragraph paragraph -> paragraph.text();
                      case Block.Row row -> row.header() + " → " + row.cells();
                    }));
    return told;
  }

  static List<String> of(Path folder, String content) throws IOException {
    return of(folder, content, StandardCharsets.UTF_8);
  }

  static List<String> of(Path folder, String content, Charset charset) throws IOException {
    return of(Files.write(folder.resolve("file.bin"), content.getBytes(charset)));
  }
}
