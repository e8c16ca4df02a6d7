package app.madang.models.internal.vendor;

import app.madang.models.ModelSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers what came. */
final class Heard implements ModelSink {

  private final List<String> pieces = new ArrayList<>();
  private final StringBuilder arguments = new StringBuilder();
  private final Map<Integer, String> ids = new TreeMap<>();
  private int enough = Integer.MAX_VALUE;

  @Override
  public synchronized void text(String delta) {
    pieces.add(delta);
  }

  @Override
  public synchronized void toolCall(int index, String id, String name, String argumentsDelta) {
    arguments.append(argumentsDelta);
    ids.put(index, id);
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

  synchronized List<String> ids() {
    return List.copyOf(ids.values());
  }

  synchronized String arguments() {
    return arguments.toString();
  }
}
