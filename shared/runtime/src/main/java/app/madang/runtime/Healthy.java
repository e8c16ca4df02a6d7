package app.madang.runtime;

/** A part without which a function is of no use. {@code /healthz} asks every bean of this type. */
@FunctionalInterface
public interface Healthy {

  /** False when it failed for good: the instance should be replaced. Never waits. */
  boolean healthy();
}
