package app.madang.models.door;

import app.madang.models.catalogue.CatalogModel;
import app.madang.models.masking.MaskPolicy;
import app.madang.models.masking.MaskPolicy.Action;
import app.madang.models.masking.PersonalData;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A text that may go to several models is masked for the one that may see least. */
final class Strictest {

  private Strictest() {}

  static MaskPolicy of(List<CatalogModel> models) {
    List<MaskPolicy> policies = models.stream().map(CatalogModel::masks).distinct().toList();
    if (policies.size() == 1) {
      return policies.getFirst();
    }
    Map<PersonalData, Action> actions = new EnumMap<>(PersonalData.class);
    for (PersonalData kind : PersonalData.values()) {
      Action action =
          policies.stream()
              .map(policy -> policy.action(kind))
              .reduce(Strictest::stricter)
              .orElse(Action.MASK);
      actions.put(kind, action);
    }
    return new MaskPolicy(actions);
  }

  private static Action stricter(Action one, Action other) {
    return rank(one) >= rank(other) ? one : other;
  }

  private static int rank(Action action) {
    return switch (action) {
      case ALLOW -> 0;
      case MASK -> 1;
      case BLOCK -> 2;
    };
  }
}
