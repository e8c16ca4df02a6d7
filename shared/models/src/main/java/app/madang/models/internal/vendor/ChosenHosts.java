package app.madang.models.internal.vendor;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where the hosts are that an administrator chose, asked once a connection. */
@FunctionalInterface
public interface ChosenHosts {

  /**
   * The addresses to connect to: these and no others, however the name is looked up later.
   *
   * @param scheme http or https
   * @throws UnknownHostException when there is none, or one of them must not be reached
   */
  InetAddress[] addresses(String scheme, String host) throws UnknownHostException;
}
