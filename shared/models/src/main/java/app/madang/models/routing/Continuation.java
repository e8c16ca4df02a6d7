package app.madang.models.routing;

import app.madang.models.ModelMessage;
import app.madang.models.ModelMessage.FromModel;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelRequest;
import java.util.ArrayList;
import java.util.List;

/** Asks a model to go on where another broke off. */
final class Continuation {

  /** Not as the model's own last turn: newer models refuse one that is already begun. */
  private static final String GO_ON =
      "Your previous message was interrupted. Continue it exactly where it stops, in the same"
          + " language and format, starting with the very next character. Do not repeat or"
          + " summarise anything, do not apologise, do not comment on the interruption.";

  private Continuation() {}

  static ModelRequest of(ModelRequest asked, String said) {
    List<ModelMessage> messages = new ArrayList<>(asked.messages());
    messages.add(FromModel.of(said));
    messages.add(FromPerson.of(GO_ON));
    return asked.withMessages(messages);
  }
}
