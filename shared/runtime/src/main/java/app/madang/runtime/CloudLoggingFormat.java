package app.madang.runtime;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object a line, with the field names that Cloud Logging understands
 * (cloud.google.com/logging/docs/structured-logging).
 */
public final class CloudLoggingFormat implements StructuredLogFormatter<ILoggingEvent> {

  private static final ThrowableProxyConverter STACK = new ThrowableProxyConverter();

  static {
    STACK.start();
  }

  @Override
  public String format(ILoggingEvent event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("severity", severity(event.getLevel()));
    line.put("time", event.getInstant().toString());
    line.put("message", message(event));
    line.put("logger", event.getLoggerName());
    Map<String, String> context = event.getMDCPropertyMap();
    String traceId = context.get(Trace.MDC_TRACE);
    if (traceId != null) {
      String project = Settings.optional("GOOGLE_CLOUD_PROJECT").orElse("-");
      line.put("logging.googleapis.com/trace", "projects/" + project + "/traces/" + traceId);
      line.put("logging.googleapis.com/spanId", context.get(Trace.MDC_SPAN));
    }
    line.put("function", Settings.optional("K_SERVICE").orElse("-"));
    return JsonMapper.shared().writeValueAsString(line) + "\n";
  }

  private static String message(ILoggingEvent event) {
    if (event.getThrowableProxy() == null) {
      return event.getFormattedMessage();
    }
    return event.getFormattedMessage() + "\n" + STACK.convert(event);
  }

  private static String severity(Level level) {
    return switch (level.toInt()) {
      case Level.ERROR_INT -> "ERROR";
      case Level.WARN_INT -> "WARNING";
      case Level.INFO_INT -> "INFO";
      default -> "DEBUG";
    };
  }
}
