package app.madang.functions.reporting;

import app.madang.identity.Role;

/** Who may see everybody's figures. The database knows it too. */
final class Readers {

  private Readers() {}

  /** Demands an administrator or an auditor. */
  static void require() {
    Role.require(Role.ADMIN, Role.AUDITOR);
  }
}
