package app.madang.functions.migrate;

import app.madang.runtime.Settings;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates one schema a module, in the order in which they build on each other. Set {@code
 * DATABASE_URL}, {@code DATABASE_USER} (the owner of the schemas) and {@code DATABASE_PASSWORD}.
 */
public final class MigrateJob {

  private static final Logger LOG = LoggerFactory.getLogger(MigrateJob.class);
  private static final List<String> SCHEMAS =
      List.of(
          "runtime", "identity", "knowledge", "metering", "models", "toolbox", "chat", "reporting");

  private MigrateJob() {}

  /** Migrates and exits; a failure is an exception and exit code 1. */
  public static void main(String[] args) {
    migrate(
        Settings.required("DATABASE_URL"),
        Settings.required("DATABASE_USER"),
        Settings.optional("DATABASE_PASSWORD").orElse(""));
  }

  /** Migrates every schema of a database. */
  public static void migrate(String url, String user, String password) {
    for (String schema : SCHEMAS) {
      int done =
          Flyway.configure()
              .dataSource(url, user, password)
              .schemas(schema)
              .defaultSchema(schema)
              .locations("classpath:db/migration/" + schema)
              .validateMigrationNaming(true)
              .failOnMissingLocations(true)
              .load()
              .migrate()
              .migrationsExecuted;
      LOG.info("Schema {}: {} migrations applied", schema, done);
    }
  }
}
