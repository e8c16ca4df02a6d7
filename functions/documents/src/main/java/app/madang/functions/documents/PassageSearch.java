package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.knowledge.DocumentText;
import app.madang.knowledge.Inspection;
import app.madang.knowledge.InspectionRequest;
import app.madang.knowledge.PassageInContext;
import app.madang.knowledge.Passages;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.SearchFilter;
import app.madang.knowledge.SearchOutcome;
import app.madang.knowledge.SearchRequest;
import app.madang.knowledge.Sides;
import app.madang.knowledge.Stretch;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The search, a look into it, and the passage behind a citation. */
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
      @Nullable @Min(1) @Max(50) Integer limit,
      @Nullable @Size(min = 1, max = 255) String documentName,
      @Nullable @Size(max = 20) List<@NotNull @Size(min = 1, max = 10) String> formats,
      @Nullable Instant uploadedFrom,
      @Nullable Instant uploadedBefore,
      @Nullable @Size(max = 20) List<@NotNull @Size(min = 1, max = 50) String> tags,
      @Nullable @Size(max = 20)
          Map<@NotNull @Size(max = 50) String, @NotNull @Size(max = 200) String> metadata) {

    SearchRequest request() {
      return new SearchRequest(
          text,
          collectionIds == null ? List.of() : collectionIds,
          limit == null ? DEFAULT_LIMIT : limit,
          new SearchFilter(
              documentName,
              formats == null ? List.of() : formats,
              uploadedFrom,
              uploadedBefore,
              tags == null ? List.of() : tags,
              metadata == null ? Map.of() : metadata),
          Sides.BOTH);
    }
  }

  record InspectSearch(
      @NotBlank @Size(max = 2000) String text,
      @Nullable @Size(max = 100) List<@NotNull UUID> collectionIds,
      @Nullable @Min(1) @Max(50) Integer limit,
      @Nullable @Size(min = 1, max = 255) String documentName,
      @Nullable @Size(max = 20) List<@NotNull @Size(min = 1, max = 10) String> formats,
      @Nullable Instant uploadedFrom,
      @Nullable Instant uploadedBefore,
      @Nullable @Size(max = 20) List<@NotNull @Size(min = 1, max = 50) String> tags,
      @Nullable @Size(max = 20)
          Map<@NotNull @Size(max = 50) String, @NotNull @Size(max = 200) String> metadata,
      @Nullable UUID documentId) {

    SearchRequest request() {
      return new SearchPassages(
              text,
              collectionIds,
              limit,
              documentName,
              formats,
              uploadedFrom,
              uploadedBefore,
              tags,
              metadata)
          .request();
    }
  }

  record PassageId(@NotNull UUID passageId) {}

  record ReadDocument(
      @NotNull UUID documentId,
      @Nullable UUID around,
      @Nullable String cursor,
      @Nullable Integer limit) {

    Stretch stretch() {
      int count = Page.limit(limit);
      if (cursor == null) {
        return new Stretch(around, 0, count);
      }
      List<String> place = Cursor.decode(cursor, 2);
      try {
        int from = Integer.parseInt(place.getFirst());
        int most = Integer.parseInt(place.getLast());
        if (from >= 0 && from <= 10_000_000 && most >= 1 && most <= 100) {
          return new Stretch(null, from, most);
        }
      } catch (NumberFormatException e) {
        // falls through to the problem below
      }
      throw ProblemException.field("cursor", Words.of("cursor"));
    }
  }

  SearchOutcome search(SearchPassages input) {
    return retrieval.search(input.request());
  }

  Inspection inspect(InspectSearch input) {
    Role.require(Role.BUILDER, Role.ADMIN);
    return retrieval.inspect(new InspectionRequest(input.request(), input.documentId()));
  }

  DocumentText read(ReadDocument input) {
    return passages
        .read(input.documentId(), input.stretch())
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  PassageInContext get(PassageId input) {
    return passages
        .find(input.passageId())
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }
}
