package app.madang.models.door;

import app.madang.metering.Money;
import app.madang.models.Completion;
import app.madang.models.masking.PersonalData;
import app.madang.models.routing.Attempt;
import app.madang.models.routing.Skipped;
import java.util.List;
import java.util.Map;

/**
 * An answer with its receipt.
 *
 * @param completion as the reader gets it: nothing in it is masked
 * @param model the id of the model that finished it
 * @param attempts all that were asked, in order
 * @param skipped those that would have been asked before it
 * @param masked how much of each kind was kept back
 * @param cost of all attempts
 */
public record DoorAnswer(
    Completion completion,
    String model,
    List<Attempt> attempts,
    List<Skipped> skipped,
    Map<PersonalData, Integer> masked,
    Money cost) {}
