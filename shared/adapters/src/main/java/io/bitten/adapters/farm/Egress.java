package io.bitten.adapters.farm;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * How this machine's connections to the farm go out: the first of these ways that works, for every
 * connection anew.
 *
 * @param otherwise what happens when none of them works
 */
public record Egress(List<Way> ways, Otherwise otherwise) {
  public Egress {
    ways = List.copyOf(ways);
    if (ways.isEmpty() && otherwise == Otherwise.CLOSED) {
      throw new IllegalArgumentException("a closed egress needs at least one way");
    }
  }

  /** Straight to the farm. */
  public static Egress straight() {
    return new Egress(List.of(), Otherwise.DIRECT);
  }

  /** When every way is down. */
  public enum Otherwise {
    /** No connection at all. */
    CLOSED,
    /** As if there were no egress. */
    DIRECT
  }

  /** One way out. */
  public sealed interface Way {
    /** A SOCKS5 proxy, which also looks the farm's name up. */
    record Socks(InetSocketAddress proxy) implements Way {}

    /** HTTP proxies, each reached through the ones before it. */
    record Chain(List<InetSocketAddress> proxies) implements Way {
      public Chain {
        proxies = List.copyOf(proxies);
        if (proxies.isEmpty()) {
          throw new IllegalArgumentException("a chain needs at least one proxy");
        }
      }
    }

    /** Addresses of this machine, in turn. */
    record Sources(List<InetAddress> addresses) implements Way {
      public Sources {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
          throw new IllegalArgumentException("a rotation needs at least one address");
        }
      }
    }
  }
}
