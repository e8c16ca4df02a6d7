package app.madang.models.routing;

import java.util.ArrayList;
import java.util.List;

/** Reads an answer as a person would. */
final class Reader implements RouterSink {

  final StringBuilder text = new StringBuilder();
  final List<String> switches = new ArrayList<>();

  @Override
  public void text(String delta) {
    text.append(delta);
  }

  @Override
  public void switched(String from, String to, boolean midway) {
    switches.add(from + (midway ? "~>" : "->") + to);
  }
}
