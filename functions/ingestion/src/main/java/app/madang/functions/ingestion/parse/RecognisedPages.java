package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Paragraph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Puts what was recognised on scanned pages between the pages of text. */
final class RecognisedPages implements BlockSink {

  private final DocumentSink sink;
  private final TreeMap<Integer, String> texts = new TreeMap<>();
  private final List<Integer> unread = new ArrayList<>();

  RecognisedPages(List<Integer> scans, DocumentSink sink) throws IOException {
    this.sink = sink;
    for (int page : scans) {
      Optional<String> text = sink.recognised(page);
      if (text.isPresent()) {
        texts.put(page, text.get());
      } else {
        unread.add(page);
      }
    }
  }

  @Override
  public void accept(Block block) {
    Integer page = block.place().page();
    tellBefore(page == null ? 0 : page);
    sink.accept(block);
  }

  /** Tells the rest, and which pages nobody recognised. */
  void end() {
    tellBefore(Integer.MAX_VALUE);
    if (!unread.isEmpty()) {
      sink.scanned(List.copyOf(unread));
    }
  }

  private void tellBefore(int page) {
    while (!texts.isEmpty() && texts.firstKey() < page) {
      var first = texts.pollFirstEntry();
      for (String paragraph : first.getValue().split("\\n\\s*\\n")) {
        sink.accept(new Paragraph(RecognisedLines.joined(paragraph), Place.page(first.getKey())));
      }
    }
  }
}
