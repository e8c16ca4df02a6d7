package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.knowledge.PassageInContext;
import app.madang.knowledge.Passages;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.SearchOutcome;
import app.madang.knowledge.SearchRequest;
import app.madang.runtime.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The search inspector and the passage behind a citation. */
final class PassageSearch {

  private static final int DEFAULT_LIMIT = 10;

  private final Retrieval retrieval;
  private final Passages passages;

  PassageSearch(Retrieval retrieval, Passages passages) {
    this.retrieval = retrieval;
    this.passages = passages;
  }

  record SearchPassages(
      @NotBlank @Size(max = 2000) String text,
      @Nullable @Size(max = 100) List<@NotNull UUID> collectionIds,
      @Nullable @Min(1) @Max(50) Integer limit) {}

  record PassageId(@NotNull UUID passageId) {}

  SearchOutcome search(SearchPassages input) {
    List<UUID> where = input.collectionIds() == null ? List.of() : input.collectionIds();
    int limit = input.limit() == null ? DEFAULT_LIMIT : input.limit();
    return retrieval.search(new SearchRequest(input.text(), where, limit));
  }

  PassageInContext get(PassageId input) {
    return passages
        .find(input.passageId())
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }
}
