package app.madang.models.masking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what is found, missed and wrongly taken, by kind. */
final class Score {

  /** An address counts as found when this share of it is gone: "집" before it may stay. */
  private static final double ADDRESS_SHARE = 0.8;

  /** A finding may take this much more than the value: a bracket, a postcode. */
  private static final int SLACK = 4;

  private static final class Counts {
    int wanted;
    int found;
    int taken;
    int right;
  }

  private final Masker masker = Masker.of(MaskPolicy.MASK_ALL, List.of());
  private final Map<PersonalData, Counts> byKind = new EnumMap<>(PersonalData.class);
  private final Counts all = new Counts();
  private final Counts structured = new Counts();
  final List<String> mistakes = new ArrayList<>();

  void add(Case c) {
    List<Case.Span> found = found(c.text());
    for (Case.Span span : c.spans()) {
      boolean hit = found.stream().anyMatch(f -> covers(f, span));
      count(span.kind(), counts -> counts.wanted++);
      if (hit) {
        count(span.kind(), counts -> counts.found++);
      } else {
        mistakes.add("missed " + span.kind() + ": " + show(c, span) + " in " + c.text());
      }
    }
    for (Case.Span f : found) {
      boolean right = c.spans().stream().anyMatch(span -> within(f, span));
      count(f.kind(), counts -> counts.taken++);
      if (right) {
        count(f.kind(), counts -> counts.right++);
      } else {
        mistakes.add("wrong " + f.kind() + ": " + show(c, f) + " in " + c.text());
      }
    }
  }

  double recall() {
    return (double) structured.found / structured.wanted;
  }

  double recallOfAll() {
    return (double) all.found / all.wanted;
  }

  double precision() {
    return (double) all.right / all.taken;
  }

  String table(String title) {
    StringBuilder out = new StringBuilder(title).append('\n');
    byKind.forEach((kind, counts) -> out.append(line(kind.name(), counts)));
    return out.append(line("structured", structured)).append(line("all", all)).toString();
  }

  private static String line(String name, Counts c) {
    return "  %-16s wanted %5d  recall %.4f  precision %.4f%n"
        .formatted(
            name,
            c.wanted,
            (double) c.found / Math.max(1, c.wanted),
            (double) c.right / Math.max(1, c.taken));
  }

  private List<Case.Span> found(String text) {
    NormalText normal = NormalText.of(text);
    Findings findings = masker.find(text, normal);
    List<Case.Span> spans = new ArrayList<>();
    for (int i = 0; i < findings.count; i++) {
      spans.add(
          new Case.Span(
              PersonalData.values()[findings.kind[i]],
              normal.start(findings.start[i]),
              normal.end(findings.end[i])));
    }
    return spans;
  }

  private static boolean covers(Case.Span found, Case.Span wanted) {
    if (found.kind() != wanted.kind()) {
      return false;
    }
    int shared = Math.min(found.end(), wanted.end()) - Math.max(found.start(), wanted.start());
    double share = wanted.kind() == PersonalData.ADDRESS ? ADDRESS_SHARE : 1;
    return shared >= share * (wanted.end() - wanted.start());
  }

  private static boolean within(Case.Span found, Case.Span wanted) {
    int slack = wanted.kind() == PersonalData.ADDRESS ? 4 * SLACK : SLACK;
    return found.kind() == wanted.kind()
        && found.overlaps(wanted)
        && found.start() >= wanted.start() - slack
        && found.end() <= wanted.end() + slack;
  }

  private void count(PersonalData kind, java.util.function.Consumer<Counts> change) {
    change.accept(byKind.computeIfAbsent(kind, k -> new Counts()));
    change.accept(all);
    if (kind != PersonalData.ADDRESS && kind != PersonalData.SECRET) {
      change.accept(structured);
    }
  }

  private static String show(Case c, Case.Span span) {
    return "«" + c.text().substring(span.start(), span.end()) + "»";
  }
}
