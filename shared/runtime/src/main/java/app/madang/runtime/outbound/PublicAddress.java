package app.madang.runtime.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Whether an address is one of the public internet's: no private, local, metadata or test range.
 */
public final class PublicAddress {

  private static final int[][] PRIVATE = {
    // first octets, mask length
    {0, 0, 0, 8}, {10, 0, 0, 8}, {100, 64, 0, 10}, {127, 0, 0, 8}, {169, 254, 0, 16},
    {172, 16, 0, 12}, {192, 0, 0, 24}, {192, 0, 2, 24}, {192, 88, 99, 24}, {192, 168, 0, 16},
    {198, 18, 0, 15}, {198, 51, 100, 24}, {203, 0, 113, 24}, {224, 0, 0, 3}
  };

  private PublicAddress() {}

  /** Whether it is public. */
  public static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPublic(bytes);
    }
    // 2000::/3 is what is given out; 2001::/23 and 2002::/16 wrap other addresses, 2001:db8 and
    // 3fff are for books
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    boolean wraps = first == 0x2002 || first == 0x2001 && (second < 0x200 || second == 0xdb8);
    return (first & 0xe000) == 0x2000 && !wraps && first != 0x3fff;
  }

  /**
   * Whether an address may be reached where the company's own network is let in: everything but
   * link-local ones and those that clouds keep their metadata at, however they are wrapped.
   */
  public static boolean orPrivate(InetAddress address) {
    if (is(address)) {
      return true;
    }
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      int net = toInt(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
      // Alibaba's and Oracle's metadata
      boolean metadata = net == toInt(100, 100, 100) || net == toInt(192, 0, 0);
      return !address.isLinkLocalAddress()
          && !address.isMulticastAddress()
          && bytes[0] != 0
          && !metadata;
    }
    boolean amazon = (bytes[0] & 0xff) == 0xfd && bytes[1] == 0 && bytes[2] == 0x0e;
    return address.isLoopbackAddress() || (bytes[0] & 0xfe) == 0xfc && !amazon;
  }

  private static boolean isPublic(byte[] bytes) {
    int address = toInt(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff) | bytes[3] & 0xff;
    for (int[] range : PRIVATE) {
      int mask = -1 << 32 - range[3];
      if ((address & mask) == toInt(range[0], range[1], range[2])) {
        return false;
      }
    }
    return true;
  }

  private static int toInt(int first, int second, int third) {
    return first << 24 | second << 16 | third << 8;
  }
}
