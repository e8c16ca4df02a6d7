package app.madang.runtime.telemetry;

import app.madang.runtime.Settings;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.resources.Resource;
import java.util.UUID;

/** Who measures: the function, its revision and this very instance. */
final class Described {

  private Described() {}

  static Resource resource() {
    AttributesBuilder attributes = Attributes.builder();
    attributes.put("service.namespace", "madang");
    attributes.put("service.name", Settings.optional("K_SERVICE").orElse("madang"));
    attributes.put("service.instance.id", UUID.randomUUID().toString());
    Settings.optional("K_REVISION").ifPresent(it -> attributes.put("service.version", it));
    // Google's endpoint asks for it
    Settings.optional("GOOGLE_CLOUD_PROJECT").ifPresent(it -> attributes.put("gcp.project_id", it));
    Settings.optional("OTEL_RESOURCE_ATTRIBUTES").ifPresent(it -> add(it, attributes));
    return Resource.getDefault().merge(Resource.create(attributes.build()));
  }

  /** {@code name=value,name=value}, as OpenTelemetry writes it. */
  private static void add(String pairs, AttributesBuilder attributes) {
    for (String pair : pairs.split(",")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        attributes.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
  }
}
