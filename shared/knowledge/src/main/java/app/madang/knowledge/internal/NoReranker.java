package app.madang.knowledge.internal;

import app.madang.knowledge.Reranker;
import java.util.List;

/** Nobody judges: the order of the scores is the order. */
final class NoReranker implements Reranker {

  @Override
  public boolean isOn() {
    return false;
  }

  @Override
  public List<Double> judge(String question, List<Judged> passages) {
    throw new RerankerUnavailableException("none is set");
  }
}
