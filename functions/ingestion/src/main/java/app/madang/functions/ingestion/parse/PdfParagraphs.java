package app.madang.functions.ingestion.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts lines together to paragraphs, by how they were set. */
final class PdfParagraphs {

  /** Lines farther apart than this, in usual distances, are not one paragraph. */
  private static final double APART = 1.3;

  /** Distances of a paragraph's lines in sizes of the type: the widest, and what is usual. */
  private static final double WIDEST = 2.4;

  private static final double USUAL = 1.7;

  private static final double INDENT = 0.8;

  private final List<Draft> drafts = new ArrayList<>();
  private final List<PdfSeam> seams = new ArrayList<>();
  private final List<PdfLine> lines;
  private final List<PdfFlow> flows;
  private final Map<Long, Double> distances;
  private final PdfJoints joints;

  private record Draft(List<PdfLine> lines, PdfFlow flow) {}

  PdfParagraphs(List<PdfLine> lines) {
    this.lines = lines;
    Map<Integer, List<PdfLine>> pages =
        lines.stream()
            .collect(Collectors.groupingBy(PdfLine::page, TreeMap::new, Collectors.toList()));
    this.flows =
        pages.values().stream()
            .flatMap(page -> PdfFlow.of(PdfColumns.order(page)).stream())
            .toList();
    this.distances = distances();
    gather();
    this.joints = new PdfJoints(lines, seams);
  }

  PdfJoints joints() {
    return joints;
  }

  List<PdfParagraph> all() {
    return drafts.stream().map(this::paragraph).filter(p -> !p.text().isEmpty()).toList();
  }

  private void gather() {
    for (PdfFlow flow : flows) {
      for (PdfLine line : flow.lines()) {
        Draft draft = drafts.isEmpty() ? null : drafts.getLast();
        if (draft != null && continues(draft, flow, line)) {
          PdfLine above = draft.lines().getLast();
          seams.add(new PdfSeam(above, line, draft.flow().room(above)));
          draft.lines().add(line);
          drafts.set(drafts.size() - 1, new Draft(draft.lines(), flow));
        } else {
          drafts.add(new Draft(new ArrayList<>(List.of(line)), flow));
        }
      }
    }
  }

  private boolean continues(Draft draft, PdfFlow flow, PdfLine below) {
    PdfLine above = draft.lines().getLast();
    if (flow.table()) {
      return draft.flow() == flow;
    }
    PdfSeam seam = new PdfSeam(above, below, draft.flow().room(above));
    if (!seam.isOneStyle() || seam.startsItem() || !seam.isFull()) {
      return false;
    }
    if (draft.flow() != flow) {
      // into the next column
      return above.page() == below.page()
          && !seam.isAfterEnd()
          && below.left() - flow.left() <= INDENT * below.size();
    }
    return below.baseline() - above.baseline() <= distance(above) * APART + 1
        && seam.isAligned(draft.lines().size() == 1);
  }

  private PdfParagraph paragraph(Draft draft) {
    PdfLine first = draft.lines().getFirst();
    PdfLine last = draft.lines().getLast();
    StringBuilder text = new StringBuilder(first.text());
    for (int i = 1; i < draft.lines().size(); i++) {
      if (draft.flow().table()) {
        text.append(' ').append(draft.lines().get(i).text());
      } else {
        joints.join(text, draft.lines().get(i - 1), draft.lines().get(i));
      }
    }
    double size = draft.lines().stream().mapToDouble(PdfLine::size).average().orElse(0);
    return new PdfParagraph(
        first.page(),
        (int) Math.round(size * 2),
        draft.lines().stream().allMatch(PdfLine::bold),
        CleanText.line(text.toString()),
        first,
        last,
        draft.flow().room(last));
  }

  private double distance(PdfLine line) {
    return distances.getOrDefault(Math.round(line.size()), line.size() * USUAL);
  }

  /** The usual distance of lines that continue, by size of type. */
  private Map<Long, Double> distances() {
    Map<Long, List<Double>> seen = new TreeMap<>();
    for (PdfFlow flow : flows) {
      for (int i = 1; i < flow.lines().size() && !flow.table(); i++) {
        PdfLine above = flow.lines().get(i - 1);
        PdfSeam seam = new PdfSeam(above, flow.lines().get(i), flow.room(above));
        double distance = seam.below().baseline() - above.baseline();
        if (seam.isOneStyle() && seam.isFull() && distance < WIDEST * above.size()) {
          seen.computeIfAbsent(Math.round(above.size()), size -> new ArrayList<>()).add(distance);
        }
      }
    }
    return seen.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> PdfColumns.median(e.getValue())));
  }
}
