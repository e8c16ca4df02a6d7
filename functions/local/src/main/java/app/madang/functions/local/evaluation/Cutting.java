package app.madang.functions.local.evaluation;

import app.madang.functions.ingestion.chunk.Chunker;
import app.madang.functions.ingestion.parse.Block.Paragraph;
import app.madang.functions.ingestion.parse.Place;
import app.madang.functions.local.evaluation.TestSet.SourceDocument;
import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import java.util.ArrayList;
import java.util.List;

/** Cuts a set's document with the cutter of all documents; its title becomes the heading. */
final class Cutting {

  private Cutting() {}

  static List<NewPassage> passages(SourceDocument document) {
    List<NewPassage> passages = new ArrayList<>();
    Chunker chunker = new Chunker(passages::add);
    for (String paragraph : document.text().split("\\n\\s*\\n")) {
      chunker.accept(new Paragraph(paragraph.strip(), Place.NONE));
    }
    chunker.finish();
    if (document.title().isBlank()) {
      return passages;
    }
    Location titled = new Location(null, null, null, List.of(document.title().strip()));
    return passages.stream().map(passage -> new NewPassage(passage.text(), titled)).toList();
  }
}
