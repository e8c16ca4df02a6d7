package app.madang.functions.chat;

import app.madang.models.AnswerModel;
import app.madang.models.AnswerRequest;
import app.madang.models.AnswerSink;
import app.madang.models.internal.ExtractiveModel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for a vendor's model: "조각 20" is answered with twenty pieces, one every 50 ms, each
 * naming when it left; "고장" breaks after three; anything else is quoted.
 */
final class PacedModel implements AnswerModel {

  static final int PACE_MILLIS = 50;
  private static final Pattern PIECES = Pattern.compile("조각 (\\d+)");

  private final ExtractiveModel quoting = new ExtractiveModel();

  @Override
  public String name() {
    return "paced";
  }

  @Override
  public boolean generative() {
    return false;
  }

  @Override
  public void answer(AnswerRequest request, AnswerSink sink) {
    Matcher asked = PIECES.matcher(request.question());
    if (asked.find()) {
      emit(Integer.parseInt(asked.group(1)), sink);
    } else if (request.question().contains("고장")) {
      emit(3, sink);
      throw new IllegalStateException("the vendor broke");
    } else {
      quoting.answer(request, sink);
    }
  }

  private static void emit(int pieces, AnswerSink sink) {
    long start = System.nanoTime();
    for (int i = 1; i <= pieces && !sink.cancelled(); i++) {
      long wait = start + i * PACE_MILLIS * 1_000_000L - System.nanoTime();
      try {
        Thread.sleep(Math.max(0, wait / 1_000_000));
      } catch (InterruptedException e) {
        return;
      }
      sink.text(i + "@" + System.nanoTime() + " ");
    }
  }
}
