package app.madang.testing.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** The database {@code madang} of a server: its owner, its extensions, the functions' accounts. */
public final class MadangDatabase {

  /** The account that owns the schemas and migrates them. */
  public static final String OWNER = "madang_owner";

  /** The accounts of functions. */
  public static final List<String> ACCOUNTS =
      List.of("auth", "documents", "ingestion", "embedding", "chat", "reporting", "publishing");

  private static final String NAME = "madang";

  private final PostgresServer server;

  /** The database of a server. */
  public MadangDatabase(PostgresServer server) {
    this.server = server;
  }

  /** JDBC address. */
  public String url() {
    return server.jdbcUrl(NAME);
  }

  /**
   * Makes what a migration needs; what is there stays, passwords follow.
   *
   * @param passwords by account, {@link #OWNER} among them
   */
  public void prepare(Map<String, String> passwords) {
    try (Connection connection = server.connect("postgres")) {
      account(connection, OWNER, "CREATEROLE", passwords);
      for (String account : ACCOUNTS) {
        account(connection, account, "", passwords);
      }
      if (!exists(connection, "SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
        execute(connection, "CREATE DATABASE " + NAME + " OWNER " + OWNER);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot prepare the database", e);
    }
    try (Connection connection = server.connect(NAME)) {
      execute(connection, "CREATE EXTENSION IF NOT EXISTS vector");
      execute(connection, "CREATE EXTENSION IF NOT EXISTS pg_trgm");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make the extensions", e);
    }
  }

  /** Lets the accounts into the groups that the migrations made. */
  public void admitAccounts() {
    try (Connection connection = server.connect(NAME)) {
      for (String account : ACCOUNTS) {
        execute(connection, "GRANT " + account + "_rt TO " + account);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot give the accounts their rights", e);
    }
  }

  private static void account(
      Connection connection, String name, String attributes, Map<String, String> passwords)
      throws SQLException {
    String verb =
        exists(connection, "SELECT FROM pg_roles WHERE rolname = '" + name + "'")
            ? "ALTER"
            : "CREATE";
    String password = passwords.getOrDefault(name, "");
    if (!password.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException("no usable password for " + name);
    }
    execute(
        connection,
        verb + " ROLE " + name + " LOGIN " + attributes + " PASSWORD '" + password + "'");
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
