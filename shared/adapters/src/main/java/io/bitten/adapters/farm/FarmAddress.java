package io.bitten.adapters.farm;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Which farms may be spoken to: any by https, by plain http only those on our own network. */
final class FarmAddress {
  private static final int UNIQUE_LOCAL = 0xfc;

  private FarmAddress() {}

  /**
   * @throws IllegalArgumentException with a sentence when the address must not be used
   */
  static void check(URI url) {
    String scheme = String.valueOf(url.getScheme());
    if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException("farm url must be http://host or https://host: " + url);
    }
    if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
      throw new IllegalArgumentException(
          "farm url must be a plain address; the token is a setting of its own");
    }
    if (scheme.equals("http") && !near(url.getHost())) {
      throw new IllegalArgumentException(
          "farm url must be https: " + url.getHost() + " is not a loopback or private address");
    }
  }

  private static boolean near(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(FarmAddress::near);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("farm url has an unknown host: " + host, e);
    }
  }

  private static boolean near(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || (address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == UNIQUE_LOCAL);
  }
}
