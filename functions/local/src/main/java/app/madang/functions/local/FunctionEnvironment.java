package app.madang.functions.local;

import app.madang.testing.Person;
import app.madang.testing.TokenIssuer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a function finds in its environment here, under the names it has in the cloud. */
record FunctionEnvironment(
    StackPorts ports, Map<String, String> secrets, Path objects, String databaseUrl) {

  static final String PROJECT = "madang-local";
  static final String BUCKET = "madang-documents";

  /** The service account of a function. */
  static String account(String function) {
    return function + "@" + PROJECT + ".iam.gserviceaccount.com";
  }

  Map<String, String> of(String function) {
    String serviceIssuer = "http://127.0.0.1:" + ports.serviceIssuer();
    Map<String, String> values = new HashMap<>();
    values.put("K_SERVICE", function);
    values.put("SELF_URL", ports.functionUrl(function));
    values.put("DATABASE_URL", databaseUrl);
    values.put("DATABASE_USER", function);
    values.put("DATABASE_PASSWORD", secrets.getOrDefault(function, ""));
    values.put("REDIS_URL", "redis://127.0.0.1:" + ports.valkey());
    values.put("GOOGLE_CLOUD_PROJECT", PROJECT);
    values.put("PUBSUB_EMULATOR_HOST", "127.0.0.1:" + ports.pubSub());
    values.put("OIDC_ISSUER", ports.issuerUrl());
    values.put("OIDC_AUDIENCE", TokenIssuer.AUDIENCE);
    values.put("OIDC_JWKS_URL", ports.issuerUrl() + "/oauth2/jwks");
    values.put("OIDC_ROLES_CLAIM", "roles");
    values.put("SERVICE_ISSUER", serviceIssuer);
    values.put("SERVICE_JWKS_URL", serviceIssuer + "/oauth2/jwks");
    values.put("PUSH_EMAIL", TokenIssuer.PUSH_EMAIL);
    values.put("SERVICE_CALLERS", account("chat") + "," + account("documents"));
    values.put("GCE_METADATA_HOST", "127.0.0.1:" + ports.metadata(function));
    values.put("STORAGE", "filesystem");
    values.put("STORAGE_BUCKET", BUCKET);
    values.put("STORAGE_ROOT", objects.toString());
    values.put("STORAGE_ORIGIN", ports.storageOrigin());
    values.put("STORAGE_SIGNING_KEY", secrets.getOrDefault("storage", ""));
    values.put("EMBEDDING_URL", ports.functionUrl("embedding"));
    values.put("SEALING_KEYSET", secrets.getOrDefault("keyset", ""));
    values.put("BOOTSTRAP_ADMINS", Person.ADMIN.email());
    // a pool of the C library for each core and thread is memory that nobody uses
    values.put("MALLOC_ARENA_MAX", "2");
    return values;
  }
}
