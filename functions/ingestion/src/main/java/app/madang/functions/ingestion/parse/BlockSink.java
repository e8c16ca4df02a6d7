package app.madang.functions.ingestion.parse;

/** Takes blocks as they are read: pushed, so that no format needs its whole text in memory. */
@FunctionalInterface
public interface BlockSink {

  /** Takes the next block. */
  void accept(Block block);
}
