package app.madang.models.door;

import app.madang.metering.Money;
import app.madang.models.masking.PersonalData;
import app.madang.models.routing.Attempt;
import app.madang.models.routing.RouterSink;
import app.madang.models.routing.Skipped;
import java.util.List;
import java.util.Map;

/** Where an answer goes; nothing in it is masked. */
public interface DoorSink extends RouterSink {

  /**
   * No model finished it, or nobody wanted it any more.
   *
   * @param attempts all that were asked, in order
   * @param skipped those that would have been asked too
   * @param masked how much of each kind was kept back
   * @param cost of all attempts
   */
  default void broke(
      List<Attempt> attempts,
      List<Skipped> skipped,
      Map<PersonalData, Integer> masked,
      Money cost) {}
}
