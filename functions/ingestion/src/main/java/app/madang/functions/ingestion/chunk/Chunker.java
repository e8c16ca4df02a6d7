package app.madang.functions.ingestion.chunk;

import app.madang.functions.ingestion.parse.Block;
import app.madang.functions.ingestion.parse.Block.Heading;
import app.madang.functions.ingestion.parse.Block.Paragraph;
import app.madang.functions.ingestion.parse.Block.Row;
import app.madang.functions.ingestion.parse.BlockSink;
import app.madang.functions.ingestion.parse.Place;
import app.madang.knowledge.NewPassage;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts blocks into passages. No cut falls inside a sentence or a table row unless that alone is
 * longer than a passage; the same blocks always give the same passages.
 *
 * <p>Passages of 400 to 500 tokens were measured against shorter ones, on the Korean set with its
 * pages joined to the documents that they come from, 114 questions by words. Closed from 400 on,
 * the first passage with a quarter of the right page is found at MRR@10 .892 (pages as they are),
 * .894 (a heading a page) and .849 (a heading every five lines); closed at headings from 150 and at
 * pages from 200 on, at .877, .886 and .749. Of the right page's text, the first 1,500 tokens hold
 * .786, .778 and .757, against .787, .801 and .609: only where headings are many does it matter,
 * and there short passages lose much.
 */
public final class Chunker implements BlockSink {

  /** A passage is cut before it grows past this. */
  static final int MOST = 500;

  /** From here on a passage is long enough to end where the document has a joint. */
  private static final int ENOUGH = 400;

  private final HeadingPath path = new HeadingPath();
  private final PassageDraft draft;
  private @Nullable Heading waiting;
  private Place place = Place.NONE;
  private @Nullable List<String> openTable;

  /** Hands each passage on as it is complete. */
  public Chunker(Consumer<NewPassage> passages) {
    this.draft = new PassageDraft(passages);
  }

  @Override
  public void accept(Block block) {
    move(block.place());
    switch (block) {
      case Heading heading -> heading(heading);
      case Paragraph(String text, Place _) -> paragraph(text);
      case Row row when TableText.isText(row) -> paragraph(TableText.named(row).getFirst());
      case Row row -> row(row);
    }
  }

  /** Completes the last passage. */
  public void finish() {
    if (waiting != null) {
      add("", "\n\n");
    }
    draft.end();
  }

  private void move(Place next) {
    boolean other =
        !Objects.equals(next.slide(), place.slide())
            || !Objects.equals(next.sheet(), place.sheet())
            || !Objects.equals(next.file(), place.file());
    if (other) {
      finish();
      path.clear();
      openTable = null;
    } else if (!Objects.equals(next.page(), place.page()) && draft.tokens() >= ENOUGH) {
      end();
    }
    place = next;
  }

  private void heading(Heading heading) {
    if (waiting != null) {
      add("", "\n\n");
    }
    if (draft.tokens() >= ENOUGH) {
      end();
    }
    path.enter(heading);
    waiting = heading;
    openTable = null;
  }

  private void paragraph(String text) {
    openTable = null;
    int tokens = Tokens.in(text);
    if (tokens > room() && tokens <= MOST && draft.tokens() >= ENOUGH) {
      end();
    }
    String joint = text.startsWith("- ") ? "\n" : "\n\n";
    if (tokens <= room()) {
      add(text, joint);
      return;
    }
    for (String sentence : Sentences.of(text)) {
      if (Tokens.in(sentence) <= MOST) {
        fit(sentence, joint);
      } else {
        // a heading over a sentence without end still leaves it most of a passage
        Sentences.force(sentence, MOST * 4 / 5).forEach(piece -> fit(piece, ""));
      }
      joint = "";
    }
  }

  private void row(Row row) {
    String header = row.header().isEmpty() ? "" : TableText.header(row.header()) + "\n";
    String line = TableText.line(row.cells());
    if (Tokens.in(header) + Tokens.in(line) > MOST * 4 / 5) {
      openTable = null;
      TableText.named(row).forEach(this::paragraph);
      return;
    }
    boolean continues = openTable == row.header() && Tokens.in(line) <= room();
    if (!continues && Tokens.in(header) + Tokens.in(line) > room()) {
      end();
    }
    add(continues ? line : header + line, continues ? "\n" : "\n\n");
    openTable = row.header();
  }

  private void fit(String text, String joint) {
    if (Tokens.in(text) > room()) {
      end();
    }
    add(text, joint);
  }

  private int room() {
    int taken = waiting == null ? 0 : Tokens.in(waiting.text());
    return MOST - taken - draft.tokens();
  }

  /** A heading goes with what follows it, never alone at a passage's end. */
  private void add(String text, String joint) {
    if (waiting != null) {
      String title = waiting.text();
      waiting = null;
      draft.add(
          text.isEmpty() ? title : title + "\n" + text, "\n\n", place, path.texts(place.file()));
    } else {
      draft.add(text, joint, place, path.texts(place.file()));
    }
  }

  private void end() {
    draft.end();
    openTable = null;
  }
}
