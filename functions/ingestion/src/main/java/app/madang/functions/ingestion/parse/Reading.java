package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Heading;
import app.madang.functions.ingestion.parse.Block.Paragraph;
import app.madang.functions.ingestion.parse.Block.Row;
import app.madang.knowledge.FailureCode;
import app.madang.knowledge.Omission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One file being read; the files in it are read by readings of their own, within shared limits. */
final class Reading implements DocumentSink {

  private final BlockSink sink;
  private final Consumer<Omission> omissions;
  private final EnclosedLimits limits;
  private final @Nullable Scans scans;
  private final @Nullable String name;
  private final int number;
  private final int depth;

  /** Pages that nobody has recognised yet. */
  private List<Integer> unread = List.of();

  Reading(BlockSink sink, Consumer<Omission> omissions, @Nullable Scans scans) {
    this(sink, omissions, new EnclosedLimits(), scans, null, 0, 0);
  }

  private Reading(
      BlockSink sink,
      Consumer<Omission> omissions,
      EnclosedLimits limits,
      @Nullable Scans scans,
      @Nullable String name,
      int number,
      int depth) {
    this.sink = sink;
    this.omissions = omissions;
    this.limits = limits;
    this.scans = scans;
    this.name = name;
    this.number = number;
    this.depth = depth;
  }

  void read(Path file) throws IOException {
    if (Files.size(file) == 0) {
      throw new UnreadableException(FailureCode.EMPTY, "no bytes");
    }
    new FormatDetection(file).format().reader().read(file, this);
    if (scans != null && !unread.isEmpty()) {
      scans.ask(number, file, unread);
    }
  }

  @Override
  public void accept(Block block) {
    switch (block) {
      case Heading(int level, String text, Place place) -> {
        String clean = CleanText.line(text);
        if (!clean.isEmpty()) {
          sink.accept(new Heading(level, clean, here(place)));
        }
      }
      case Paragraph(String text, Place place) -> {
        String clean = CleanText.lines(text);
        if (!clean.isEmpty()) {
          sink.accept(new Paragraph(clean, here(place)));
        }
      }
      // a header keeps its identity: it is cleaned where it is made
      case Row(List<String> header, List<String> cells, Place place) -> {
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          sink.accept(new Row(header, cells, here(place)));
        }
      }
    }
  }

  private Place here(Place place) {
    return name == null ? place : place.within(name);
  }

  @Override
  public void enclosed(String inner, InputStream bytes) throws IOException {
    String path = EnclosedName.of(inner);
    if (depth == EnclosedLimits.DEEPEST) {
      omitted(path, FailureCode.TOO_COMPLEX);
      return;
    }
    int innerNumber = limits.another();
    // its name on the disk is ours: whatever it calls itself, it lands nowhere else
    Path copy = Files.createTempFile("enclosed", "");
    try {
      Files.copy(limits.bytes().on(bytes), copy, StandardCopyOption.REPLACE_EXISTING);
      String whole = name == null ? path : name + "/" + path;
      Reading read = new Reading(sink, omissions, limits, scans, whole, innerNumber, depth + 1);
      read(read, copy, path);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private void read(Reading inner, Path copy, String path) {
    try {
      inner.read(copy);
    } catch (UnreadableException e) {
      omitted(path, e.code());
    } catch (IOException | RuntimeException e) {
      // a parser that trips over a file: the libraries throw what they like
      omitted(path, FailureCode.BROKEN);
    }
  }

  @Override
  public void omitted(String inner, FailureCode reason) {
    String path = EnclosedName.of(inner);
    omissions.accept(new Omission(reason, name == null ? path : name + "/" + path, List.of()));
  }

  @Override
  public void scanned(List<Integer> pages) {
    unread = pages;
    omissions.accept(new Omission(FailureCode.SCANNED, name, pages));
  }

  @Override
  public Optional<String> recognised(int page) throws IOException {
    return scans == null ? Optional.empty() : scans.recognised(number, page);
  }
}
