package app.madang.testing;

/** The invoker brings another SLF4J provider; Boot's logging needs Logback to be the one. */
final class TestLogging {

  private TestLogging() {}

  static void useLogback() {
    System.setProperty("slf4j.provider", "ch.qos.logback.classic.spi.LogbackServiceProvider");
  }
}
