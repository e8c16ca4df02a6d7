package app.madang.runtime.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface HostNames {

  /** All addresses of a name or a literal. */
  InetAddress[] addresses(String host) throws UnknownHostException;
}
