package app.madang.runtime.security;

import app.madang.runtime.Caller;

/** Who a verified token is, in this company; the identity module knows. */
@FunctionalInterface
public interface CallerResolver {

  /** The person; made at their first call. */
  Caller resolve(VerifiedToken token);
}
