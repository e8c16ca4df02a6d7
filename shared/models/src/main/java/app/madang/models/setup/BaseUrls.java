package app.madang.models.setup;

import app.madang.models.internal.vendor.ChosenHosts;
import app.madang.runtime.Settings;
import app.madang.runtime.outbound.HostNames;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses an administrator may send questions and a key to: https on the internet, and with
 * {@code MODEL_PRIVATE_ADDRESSES=true} the company's own network and this machine. Never where
 * clouds keep their machines' secrets. What a name stands for is checked when the address is set,
 * and again for every connection, which then goes to that very address.
 */
public final class BaseUrls implements ChosenHosts {

  /** What is wrong with an address. */
  public enum Problem {
    /** It cannot be read, or has more than a host, a port and a path. */
    FORM,
    /** Not https. */
    SCHEME,
    /** Its name is not known. */
    UNKNOWN_HOST,
    /** Inside the network, which the operator has not allowed. */
    PRIVATE,
    /** Nobody may go there. */
    FORBIDDEN
  }

  private static final Set<String> METADATA = Set.of("100.100.100.200", "fd00:ec2:0:0:0:0:0:254");

  private final boolean privateAllowed;
  private final HostNames names;

  BaseUrls(boolean privateAllowed) {
    this(privateAllowed, InetAddress::getAllByName);
  }

  BaseUrls(boolean privateAllowed, HostNames names) {
    this.privateAllowed = privateAllowed;
    this.names = names;
  }

  /** As the operator allows. */
  public static BaseUrls ofEnvironment() {
    return new BaseUrls(
        Settings.optional("MODEL_PRIVATE_ADDRESSES").filter("true"::equals).isPresent());
  }

  /** Whether all that a name stands for is this machine or its network. */
  static boolean isInside(String url) {
    try {
      String host = new URI(url).getHost();
      return host != null
          && Arrays.stream(InetAddress.getAllByName(host))
              .allMatch(
                  address ->
                      address.isLoopbackAddress()
                          || address.isSiteLocalAddress()
                          || (address instanceof Inet6Address
                              && (address.getAddress()[0] & 0xfe) == 0xfc));
    } catch (URISyntaxException | UnknownHostException e) {
      return false;
    }
  }

  /** What is wrong with it, if anything. The name is looked up now. */
  public Optional<Problem> problem(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      return Optional.of(Problem.FORM);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || !uri.normalize().getRawPath().equals(uri.getRawPath())
        || uri.getRawPath().contains("%")) {
      return Optional.of(Problem.FORM);
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && privateAllowed)) {
      return Optional.of(Problem.SCHEME);
    }
    InetAddress[] found;
    try {
      found = names.addresses(bare(uri.getHost()));
    } catch (UnknownHostException e) {
      return Optional.of(Problem.UNKNOWN_HOST);
    }
    return problem(scheme, found);
  }

  @Override
  public InetAddress[] addresses(String scheme, String host) throws UnknownHostException {
    InetAddress[] found = names.addresses(bare(host));
    if (problem(scheme, found).isPresent()) {
      throw new UnknownHostException(host + " is not where it may be");
    }
    return found;
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private Optional<Problem> problem(String scheme, InetAddress[] found) {
    if (Arrays.stream(found).anyMatch(BaseUrls::isForbidden)) {
      return Optional.of(Problem.FORBIDDEN);
    }
    if (!privateAllowed && Arrays.stream(found).anyMatch(BaseUrls::isPrivate)) {
      return Optional.of(Problem.PRIVATE);
    }
    return scheme.equals("http") && !Arrays.stream(found).allMatch(BaseUrls::isPrivate)
        ? Optional.of(Problem.SCHEME)
        : Optional.empty();
  }

  private static boolean isForbidden(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || METADATA.contains(address.getHostAddress().replaceAll("%.*", ""))
        || (bytes.length == 4 && (bytes[0] == 0 || (bytes[0] & 0xf0) == 0xf0));
  }

  private static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        // RFC 6598, between a provider and its customers
        || (bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64)
        // RFC 4193, and what carries an IPv4 address inside: NAT64, 6to4
        || (address instanceof Inet6Address
            && ((bytes[0] & 0xfe) == 0xfc
                || (bytes[0] == 0 && bytes[1] == 0x64)
                || (bytes[0] == 0x20 && bytes[1] == 0x02)));
  }
}
