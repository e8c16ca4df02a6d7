package app.madang.identity.planted;

import app.madang.knowledge.internal.planted.Secret;

/** Identity that uses knowledge: against the graph. */
public final class Upstream {
  Secret secret = new Secret();
}
