package app.madang.models.masking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces personal data in texts that leave. Made once for a set of rules, used by any number of
 * threads; the time grows with the text's length, whatever the text.
 *
 * <p>A person's own text that looks like a placeholder is replaced by one too and comes back as it
 * was: nobody can write something that becomes another's value.
 */
public final class Masker {

  private final MaskPolicy policy;
  private final CustomFinder custom;
  private final Set<String> labels = new HashSet<>();

  private Masker(MaskPolicy policy, List<CustomPattern> patterns) {
    this.policy = policy;
    this.custom = new CustomFinder(patterns);
    for (PersonalData kind : PersonalData.values()) {
      labels.add(kind.label());
    }
    labels.add(PlaceholderForm.LITERAL);
    patterns.forEach(pattern -> labels.add(pattern.replacementLabel()));
  }

  /** A masker for a model's policy and the platform's own patterns. */
  public static Masker of(MaskPolicy policy, List<CustomPattern> patterns) {
    return new Masker(policy, patterns);
  }

  /**
   * The text with placeholders; the map learns what they stand for.
   *
   * @throws PersonalDataBlocked when the policy blocks something that is in it; the map is
   *     unchanged
   */
  public Masked mask(String text, Placeholders map) {
    NormalText normal = NormalText.of(text);
    Findings findings = find(text, normal);
    if (findings.isEmpty()) {
      return new Masked(text, Map.of());
    }
    refuse(findings);
    StringBuilder out = new StringBuilder(text.length() + 16 * findings.count);
    Map<PersonalData, Integer> counts = new EnumMap<>(PersonalData.class);
    int done = 0;
    for (int i = 0; i < findings.count; i++) {
      if (findings.kind[i] != Findings.LITERAL) {
        PersonalData kind = KINDS[findings.kind[i]];
        if (policy.action(kind) == MaskPolicy.Action.ALLOW) {
          continue;
        }
        counts.merge(kind, 1, Integer::sum);
      }
      int start = normal.start(findings.start[i]);
      int end = normal.end(findings.end[i]);
      out.append(text, done, start)
          .append(map.placeholder(findings.label[i], text.substring(start, end)));
      done = end;
    }
    return new Masked(out.append(text, done, text.length()).toString(), counts);
  }

  /**
   * The same for the string values of a JSON text, whose names stay.
   *
   * @throws PersonalDataBlocked as {@link #mask} does
   */
  public Masked maskStrings(String json, Placeholders map) {
    Map<PersonalData, Integer> counts = new EnumMap<>(PersonalData.class);
    String changed =
        JsonText.mapAllStrings(
            json,
            text -> {
              Masked masked = mask(text, map);
              masked.counts().forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
              return masked.text();
            });
    return new Masked(changed, counts);
  }

  private static final PersonalData[] KINDS = PersonalData.values();

  /** What would be found, for measuring; places are those of the normal text. */
  Findings find(String text, NormalText normal) {
    Scan scan = new Scan(normal);
    Findings emails = new Findings();
    Emails.find(scan, emails);
    Findings natural = Finder.find(scan, emails);
    List<Found> all = new ArrayList<>();
    lookalikes(text, normal, all);
    if (!custom.isEmpty() && policy.action(PersonalData.CUSTOM) != MaskPolicy.Action.ALLOW) {
      String plain = new String(normal.chars, 0, normal.length);
      for (CustomFinder.Match match : custom.find(plain)) {
        all.add(
            new Found(match.start(), match.end(), 1, PersonalData.CUSTOM.ordinal(), match.label()));
      }
    }
    if (all.isEmpty()) {
      return natural;
    }
    for (int i = 0; i < natural.count; i++) {
      if (policy.action(KINDS[natural.kind[i]]) != MaskPolicy.Action.ALLOW) {
        all.add(new Found(natural.start[i], natural.end[i], 2, natural.kind[i], natural.label[i]));
      }
    }
    return united(all);
  }

  private void refuse(Findings findings) {
    EnumSet<PersonalData> blocked = EnumSet.noneOf(PersonalData.class);
    for (int i = 0; i < findings.count; i++) {
      if (findings.kind[i] != Findings.LITERAL
          && policy.action(KINDS[findings.kind[i]]) == MaskPolicy.Action.BLOCK) {
        blocked.add(KINDS[findings.kind[i]]);
      }
    }
    if (!blocked.isEmpty()) {
      throw new PersonalDataBlocked(blocked);
    }
  }

  /** Look-alikes of placeholders have rank 0, administrators' patterns 1, all others 2. */
  private record Found(int start, int end, int rank, int kind, String label) {

    boolean covers(Found other) {
      return start <= other.start && end >= other.end;
    }
  }

  /** What overlaps becomes one, so that no rest of anything stays. */
  private Findings united(List<Found> all) {
    all.sort(Comparator.comparingInt(Found::start).thenComparingInt(Found::rank));
    Findings kept = new Findings();
    Found current = all.getFirst();
    for (Found found : all.subList(1, all.size())) {
      if (found.start() < current.end()) {
        Found leader = leads(current, found) ? current : found;
        current =
            new Found(
                current.start(),
                Math.max(current.end(), found.end()),
                leader.rank(),
                leader.kind(),
                leader.label());
      } else {
        kept.add(current.start(), current.end(), current.kind(), current.label());
        current = found;
      }
    }
    kept.add(current.start(), current.end(), current.kind(), current.label());
    return kept;
  }

  /** Of two that overlap: the pattern that covers the other, what is blocked, the larger one. */
  private boolean leads(Found a, Found b) {
    if (a.rank() != b.rank() && a.rank() < 2 && a.covers(b)) {
      return true;
    }
    if (a.rank() != b.rank() && b.rank() < 2 && b.covers(a)) {
      return false;
    }
    if (blocked(a) != blocked(b)) {
      return blocked(a);
    }
    return a.rank() == b.rank() ? a.end() - a.start() >= b.end() - b.start() : !b.covers(a);
  }

  private boolean blocked(Found found) {
    return found.kind() != Findings.LITERAL
        && policy.action(KINDS[found.kind()]) == MaskPolicy.Action.BLOCK;
  }

  private void lookalikes(String text, NormalText normal, List<Found> into) {
    PlaceholderForm.Reader reader = new PlaceholderForm.Reader();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (PlaceholderForm.opens(c)
          && reader.read(text, i, true) == PlaceholderForm.Reading.WHOLE
          && labels.contains(reader.label())) {
        into.add(
            new Found(
                normal.at(i), normal.at(reader.end), 0, Findings.LITERAL, PlaceholderForm.LITERAL));
        i = reader.end;
      } else {
        i++;
      }
    }
  }
}
