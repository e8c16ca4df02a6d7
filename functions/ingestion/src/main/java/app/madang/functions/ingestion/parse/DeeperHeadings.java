package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Heading;

/** Puts headings one level down, below a title that stands over all of them. */
record DeeperHeadings(BlockSink sink) implements BlockSink {

  @Override
  public void accept(Block block) {
    sink.accept(
        block instanceof Heading(int level, String text, Place place)
            ? new Heading(level + 1, text, place)
            : block);
  }
}
