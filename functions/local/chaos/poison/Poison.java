import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A file that was made to hurt.
 *
 * @param name under which it is uploaded
 * @param large whether it takes its time alone
 * @param ends how it may end: a state, or the reason of a failure
 */
record Poison(String name, boolean large, Making making, Set<String> ends) {

  /** Writes the file. */
  interface Making {
    Path make(Path file) throws Exception;
  }

  static List<Poison> all() {
    return List.of(
        small("zero.pdf", PoisonKinds::zero, "empty"),
        small("blanks.txt", PoisonKinds::blanks, "empty"),
        small("garbage.hwp", PoisonKinds::garbage, "unsupported", "broken"),
        small("nothing.docx", PoisonKinds::nothing, "no_text"),
        small("locked.pdf", PoisonKinds::lockedPdf, "encrypted"),
        small("locked.docx", PoisonKinds::lockedWord, "encrypted"),
        small("locked.hwp", PoisonKinds::lockedHwp, "encrypted"),
        small("distribution.hwp", PoisonKinds::distributionHwp, "protected"),
        small("cut.docx", PoisonKinds::cutWord, "broken"),
        small("cut.hwp", PoisonKinds::cutHwp, "broken"),
        small("really-a-pdf.hwp", PoisonKinds::pdf, "READY"),
        small("really-a-word.txt", PoisonKinds::word, "READY"),
        small("entities.docx", PoisonKinds::entities, "broken"),
        small("xfa.pdf", PoisonKinds::xfa, "READY"),
        small("forms.pdf", PoisonKinds::forms, "too_complex"),
        small("deep.html", PoisonKinds::deepPage, "READY", "too_complex"),
        small("deep.hml", PoisonKinds::deepHwpml, "too_complex"),
        small("deep.hwpx", PoisonKinds::deepHwpx, "too_complex"),
        small("bomb.docx", PoisonKinds::wordBomb, "too_complex"),
        small("bomb.hwpx", PoisonKinds::hwpxBomb, "too_complex"),
        small("bomb.zip", PoisonKinds::zipBomb, "too_complex"),
        small("../../etc/passwd", PoisonKinds::paths, "READY"),
        large("5000.pdf", PoisonKinds::thousandsOfPages, "READY", "too_complex"),
        large("200.txt", PoisonKinds::twoHundredMegabytes, "too_complex"));
  }

  private static Poison small(String name, Making making, String... ends) {
    return new Poison(name, false, making, Set.of(ends));
  }

  private static Poison large(String name, Making making, String... ends) {
    return new Poison(name, true, making, Set.of(ends));
  }
}
