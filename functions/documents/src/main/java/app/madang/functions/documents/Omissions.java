package app.madang.functions.documents;

import app.madang.functions.documents.Document.Failure;
import app.madang.knowledge.FailureCode;
import app.madang.knowledge.Omission;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was left out of a document, one sentence a reason. */
final class Omissions {

  private static final int NAMED = 5;

  private Omissions() {}

  /** Null when nothing was. */
  static @Nullable List<Failure> told(@Nullable String json) {
    if (json == null) {
      return null;
    }
    Map<FailureCode, List<String>> names = new EnumMap<>(FailureCode.class);
    for (Omission omission :
        JsonMapper.shared().readValue(json, new TypeReference<List<Omission>>() {})) {
      names.computeIfAbsent(omission.reason(), _ -> new ArrayList<>()).add(name(omission));
    }
    return names.entrySet().stream()
        .map(
            entry -> new Failure(entry.getKey().code(), sentence(entry.getKey(), entry.getValue())))
        .toList();
  }

  private static String sentence(FailureCode reason, List<String> names) {
    String key = reason == FailureCode.SCANNED ? "omission.pages" : "omission.files";
    return MessageFormat.format(Words.of(key), list(names), Words.of(reason));
  }

  private static String name(Omission omission) {
    String pages = pages(omission.pages());
    return omission.file() == null ? pages : (omission.file() + " " + pages).strip();
  }

  private static String list(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    int more = names.size() - NAMED;
    return more <= 0 ? first : MessageFormat.format(Words.of("omission.more"), first, more);
  }

  /** "1–3, 7". */
  static String pages(List<Integer> pages) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      int last = i;
      while (last + 1 < pages.size() && pages.get(last + 1) == pages.get(last) + 1) {
        last++;
      }
      text.append(text.isEmpty() ? "" : ", ").append(pages.get(i));
      if (last > i) {
        text.append('–').append(pages.get(last));
      }
      i = last;
    }
    return text.toString();
  }
}
