package io.bitten.local.telegram;

import java.net.URI;
import java.util.Set;

/** Addresses of this machine; the simulator talks to no other. */
final class Loopback {
  private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

  private Loopback() {}

  static boolean isHost(String host) {
    return HOSTS.contains(host);
  }

  /** A {@code Host} header's value, with or without a port. */
  static boolean isAuthority(String authority) {
    int colon = authority.lastIndexOf(':');
    boolean port = colon > 0 && !authority.endsWith("]");
    return isHost(port ? authority.substring(0, colon) : authority);
  }

  static boolean isUrl(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null && uri.getUserInfo() == null && isHost(uri.getHost());
    } catch (IllegalArgumentException notAUrl) {
      return false;
    }
  }
}
