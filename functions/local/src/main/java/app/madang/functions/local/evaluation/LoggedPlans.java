package app.madang.functions.local.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database did for a search, with times, from its log. */
record LoggedPlans(JdbcClient superuser, Path log) {

  private static final List<String> ON =
      List.of(
          "log_min_duration = 0",
          "log_analyze = on",
          "log_buffers = on",
          "log_parameter_max_length = 0");

  List<String> of(Runnable search) {
    for (String setting : ON) {
      superuser.sql("ALTER SYSTEM SET auto_explain." + setting.replace(" = ", " TO ")).update();
    }
    superuser.sql("ALTER SYSTEM SET session_preload_libraries TO 'auto_explain'").update();
    superuser.sql("SELECT pg_reload_conf()").query(Boolean.class).single();
    // only new sessions load the library
    superuser
        .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'chat'")
        .query(Long.class)
        .single();
    try {
      int before = Files.readAllLines(log).size();
      search.run();
      Thread.sleep(500);
      return Files.readAllLines(log).stream().skip(before).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
