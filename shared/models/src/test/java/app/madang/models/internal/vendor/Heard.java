package app.madang.models.internal.vendor;

import app.madang.models.ModelSink;
import java.util.ArrayList;
import java.util.List;

/** Remembers what came. */
final class Heard implements ModelSink {

  private final List<String> pieces = new ArrayList<>();
  private final StringBuilder arguments = new StringBuilder();
  private int enough = Integer.MAX_VALUE;

  @Override
  public synchronized void text(String delta) {
    pieces.add(delta);
  }

  @Override
  public synchronized void toolCall(int index, String id, String name, String argumentsDelta) {
    arguments.append(argumentsDelta);
  }

  @Override
  public synchronized boolean cancelled() {
    return pieces.size() >= enough;
  }

  synchronized void stopAfter(int count) {
    enough = count;
  }

  synchronized List<String> pieces() {
    return List.copyOf(pieces);
  }

  synchronized String arguments() {
    return arguments.toString();
  }
}
