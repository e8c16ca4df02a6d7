package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Takes what a reader tells: blocks, the files in the file, and what it has to leave out. */
interface DocumentSink extends BlockSink {

  /** Reads a file in the file, of whatever format; one that cannot be read is left out. */
  void enclosed(String name, InputStream bytes) throws IOException;

  /** A file in the file is left out. */
  void omitted(String name, FailureCode reason);

  /** Pages are left out: pictures of text that nobody here recognises. */
  void scanned(List<Integer> pages);

  /** What somebody recognised on a page, when somebody did. */
  Optional<String> recognised(int page) throws IOException;
}
