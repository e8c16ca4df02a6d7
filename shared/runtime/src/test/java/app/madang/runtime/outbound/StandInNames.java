package app.madang.runtime.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** The machine's resolver, with one name whose owner says another address each time it is asked. */
public final class StandInNames extends InetAddressResolverProvider {

  static final String REBINDING = "rebinding.test";

  /** What it answers, the next first; each once. */
  static final Queue<String> ANSWERS = new ConcurrentLinkedQueue<>();

  @Override
  public InetAddressResolver get(Configuration configuration) {
    InetAddressResolver machine = configuration.builtinResolver();
    return new InetAddressResolver() {

      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        if (!host.equals(REBINDING)) {
          return machine.lookupByName(host, policy);
        }
        String address = ANSWERS.poll();
        if (address == null) {
          throw new UnknownHostException(host);
        }
        return Stream.of(InetAddress.ofLiteral(address));
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        return machine.lookupByAddress(address);
      }
    };
  }

  @Override
  public String name() {
    return "stand-in";
  }
}
