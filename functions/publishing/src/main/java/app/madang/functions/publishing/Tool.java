package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ProblemException.FieldError;
import app.madang.toolbox.Definitions;
import app.madang.toolbox.ToolAction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A tool as it is being made, and the steps that it may take. What follows from an approval is the
 * worker's, in SQL.
 */
@Entity
@Table(schema = "toolbox", name = "tools")
@DynamicUpdate
class Tool {

  private static final Set<ToolStatus> SUBMITTABLE =
      EnumSet.of(ToolStatus.DRAFT, ToolStatus.RETURNED);
  private static final Set<ToolStatus> RETIRABLE =
      EnumSet.of(ToolStatus.DRAFT, ToolStatus.SUBMITTED, ToolStatus.RETURNED, ToolStatus.LIVE);

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  @Version private long version;

  @Column(name = "acl_id", updatable = false)
  private long aclId;

  @Enumerated(EnumType.STRING)
  private ToolStatus status;

  @Column(name = "name_ko")
  private @Nullable String nameKo;

  @Column(name = "name_en")
  private @Nullable String nameEn;

  private String icon;

  @Column(name = "description_ko")
  private @Nullable String descriptionKo;

  @Column(name = "description_en")
  private @Nullable String descriptionEn;

  private String instructions;
  private @Nullable String model;

  @Column(name = "collection_ids")
  @JdbcTypeCode(SqlTypes.ARRAY)
  private UUID[] collectionIds;

  @Column(name = "starters_ko")
  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable String[] startersKo;

  @Column(name = "starters_en")
  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable String[] startersEn;

  private String category;
  private String inputs;
  private String output;
  private String sampling;
  private String actions = "[]";

  @Column(name = "created_by", updatable = false)
  private UUID createdBy;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "submitted_by")
  private @Nullable UUID submittedBy;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  private @Nullable String note;

  @Column(name = "decided_by")
  private @Nullable UUID decidedBy;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  private int rollout = 100;
  private int attempts;
  private @Nullable String fault;
  private @Nullable Boolean approved;
  private @Nullable String comments;
  private int releases;
  private @Nullable Integer live;

  @Column(name = "live_at")
  private @Nullable Instant liveAt;

  @Column(name = "emitted_at")
  private @Nullable Instant emittedAt;

  /** For Hibernate, which fills it. */
  @SuppressWarnings("NullAway.Init")
  protected Tool() {}

  /** A new draft. */
  @SuppressWarnings("NullAway.Init")
  Tool(long aclId, ToolDraft draft, UUID by, Instant now) {
    this.aclId = aclId;
    this.status = ToolStatus.DRAFT;
    this.createdBy = by;
    this.createdAt = now;
    take(draft, now);
  }

  /** Null before it is saved. */
  @Nullable UUID id() {
    return id;
  }

  long aclId() {
    return aclId;
  }

  private void take(ToolDraft draft, Instant now) {
    Bilingual description = draft.description();
    nameKo = draft.name().ko();
    nameEn = draft.name().en();
    icon = draft.icon().code();
    descriptionKo = description == null ? null : description.ko();
    descriptionEn = description == null ? null : description.en();
    instructions = draft.instructions();
    model = draft.model();
    collectionIds = draft.collectionIds().toArray(UUID[]::new);
    startersKo = draft.starters().stream().map(Bilingual::ko).toArray(String[]::new);
    startersEn = draft.starters().stream().map(Bilingual::en).toArray(String[]::new);
    category = draft.category().code();
    inputs = Definitions.text(draft.inputs());
    output = Definitions.text(draft.output());
    sampling = Definitions.text(draft.sampling());
    updatedAt = now;
  }

  /** Changes what is made. What is live stays as it was released. */
  void change(long read, ToolDraft draft, Instant now) {
    expect(ToolStatus.EDITABLE, read);
    status = ToolStatus.DRAFT;
    take(draft, now);
  }

  /** What it may do outside. */
  List<ToolAction> actions() {
    return ToolAction.read(actions);
  }

  /** Pins what it may do outside. */
  void mayDo(List<ToolAction> picked) {
    actions = ToolAction.write(picked);
  }

  /**
   * Hands it to the reviewers, or first to its golden questions.
   *
   * @param proven whether it passed them, or has none
   * @param percent with how many of a hundred people it is to begin; null for all
   */
  void submit(
      long read,
      boolean proven,
      @Nullable String why,
      @Nullable Integer percent,
      UUID by,
      Instant now) {
    expect(SUBMITTABLE, read);
    List<FieldError> missing = new ArrayList<>();
    if (instructions.isEmpty()) {
      missing.add(new FieldError("instructions", Words.of("needed")));
    }
    if (descriptionKo == null && descriptionEn == null) {
      missing.add(new FieldError("description", Words.of("needed")));
    }
    if (!missing.isEmpty()) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST, missing);
    }
    status = proven ? ToolStatus.SUBMITTED : ToolStatus.EVALUATING;
    submittedBy = by;
    submittedAt = now;
    note = why;
    rollout = percent == null ? 100 : percent;
    attempts = 0;
    fault = null;
    decidedBy = null;
    decidedAt = null;
    approved = null;
    comments = null;
    updatedAt = now;
  }

  /** Takes it back before anybody decided. */
  void withdraw(Instant now) {
    expect(EnumSet.of(ToolStatus.EVALUATING, ToolStatus.SUBMITTED));
    status = ToolStatus.DRAFT;
    updatedAt = now;
  }

  /**
   * Decides for a release.
   *
   * @param percent null leaves the share that was handed in
   */
  void approve(long read, @Nullable String said, @Nullable Integer percent, UUID by, Instant now) {
    decide(read, ToolStatus.APPROVED, said, by, now);
    rollout = percent == null ? rollout : percent;
    emittedAt = now;
  }

  /** Gives it back to be changed. */
  void giveBack(long read, String said, UUID by, Instant now) {
    decide(read, ToolStatus.RETURNED, said, by, now);
  }

  private void decide(long read, ToolStatus next, @Nullable String said, UUID by, Instant now) {
    expect(EnumSet.of(ToolStatus.SUBMITTED), read);
    if (by.equals(submittedBy)) {
      throw new ProblemException(ProblemCode.OWN_SUBMISSION);
    }
    status = next;
    decidedBy = by;
    decidedAt = now;
    approved = next == ToolStatus.APPROVED;
    comments = said;
    updatedAt = now;
  }

  /** Takes it out of use for good. */
  void retire(Instant now) {
    expect(RETIRABLE);
    if (releases == 0) {
      throw new ProblemException(ProblemCode.TOOL_STATE);
    }
    status = ToolStatus.RETIRED;
    live = null;
    liveAt = null;
    updatedAt = now;
  }

  /** Demands that it may be deleted: what people have used stays known. */
  void expectNeverReleased() {
    expect(EnumSet.of(ToolStatus.DRAFT, ToolStatus.SUBMITTED, ToolStatus.RETURNED));
    if (releases > 0) {
      throw new ProblemException(ProblemCode.TOOL_STATE);
    }
  }

  private void expect(Set<ToolStatus> states, long read) {
    expect(states);
    if (version != read) {
      throw new ProblemException(ProblemCode.CONFLICT);
    }
  }

  private void expect(Set<ToolStatus> states) {
    if (!states.contains(status)) {
      throw new ProblemException(ProblemCode.TOOL_STATE);
    }
  }
}
