package app.madang.models.masking;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a model may get to see.
 *
 * @param actions by kind; a kind that is not named is masked
 */
public record MaskPolicy(Map<PersonalData, Action> actions) {

  /** Everything is masked. */
  public static final MaskPolicy MASK_ALL = new MaskPolicy(Map.of());

  /** What happens to a kind. */
  public enum Action {
    /** A placeholder goes out instead. */
    MASK,
    /** The request is refused. */
    BLOCK,
    /** It goes out as it is. */
    ALLOW
  }

  /** Copies the map. */
  public MaskPolicy {
    actions = Map.copyOf(actions);
  }

  /** What happens to this kind. */
  public Action action(PersonalData kind) {
    return actions.getOrDefault(kind, Action.MASK);
  }

  /** The same policy but for one kind. */
  public MaskPolicy with(PersonalData kind, Action action) {
    Map<PersonalData, Action> changed = new EnumMap<>(PersonalData.class);
    changed.putAll(actions);
    changed.put(kind, action);
    return new MaskPolicy(changed);
  }
}
