package app.madang.functions.local;

import app.madang.testing.servers.Ports;
import java.util.List;
import java.util.OptionalInt;

/**
 * A stack's ports: a row of them from its base.
 *
 * @param base the site and the API
 */
record StackPorts(int base) {

  static final List<String> FUNCTIONS =
      List.of("auth", "documents", "ingestion", "embedding", "chat", "reporting", "publishing");

  private static final int COUNT = 32;
  private static final int DEFAULT_BASE = 18_080;
  private static final int STEP = 40;
  private static final int LAST_DEFAULT = 19_680;

  /** The asked-for base, or the kept one, or the first row that is free. */
  static StackPorts choose(OptionalInt asked, OptionalInt kept) {
    if (asked.isPresent()) {
      return new StackPorts(asked.getAsInt()).requireFree();
    }
    if (kept.isPresent() && new StackPorts(kept.getAsInt()).isFree()) {
      return new StackPorts(kept.getAsInt());
    }
    for (int base = DEFAULT_BASE; base <= LAST_DEFAULT; base += STEP) {
      if (new StackPorts(base).isFree()) {
        return new StackPorts(base);
      }
    }
    throw new PlainWords("no free ports from " + DEFAULT_BASE + " on; give some with --port-base");
  }

  int issuer() {
    return base + 1;
  }

  int storage() {
    return base + 2;
  }

  int postgres() {
    return base + 3;
  }

  int valkey() {
    return base + 4;
  }

  int pubSub() {
    return base + 5;
  }

  int envoyAdmin() {
    return base + 6;
  }

  int site() {
    return base + 7;
  }

  int serviceIssuer() {
    return base + 8;
  }

  int control() {
    return base + 9;
  }

  int function(String name) {
    return base + 10 + FUNCTIONS.indexOf(name);
  }

  int metadata(String name) {
    return base + 20 + FUNCTIONS.indexOf(name);
  }

  String siteOrigin() {
    return "http://127.0.0.1:" + base;
  }

  String issuerUrl() {
    return "http://127.0.0.1:" + issuer();
  }

  String storageOrigin() {
    return "http://127.0.0.1:" + storage();
  }

  String functionUrl(String name) {
    return "http://127.0.0.1:" + function(name);
  }

  private boolean isFree() {
    for (int port = base; port < base + COUNT; port++) {
      if (!Ports.isFree(port)) {
        return false;
      }
    }
    return true;
  }

  private StackPorts requireFree() {
    for (int port = base; port < base + COUNT; port++) {
      if (!Ports.isFree(port)) {
        throw new PlainWords(
            "port " + port + " is taken; a stack needs " + COUNT + " free ports from --port-base");
      }
    }
    return this;
  }
}
