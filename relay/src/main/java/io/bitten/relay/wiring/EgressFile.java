package io.bitten.relay.wiring;

import io.bitten.adapters.config.Section;
import io.bitten.adapters.farm.Egress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@code egress.yml} says about the relay's way out. */
public sealed interface EgressFile {
  /** Connections go straight. */
  record Off() implements EgressFile {}

  record On(Egress egress) implements EgressFile {}

  /**
   * Reads the file's text.
   *
   * @throws io.bitten.adapters.config.BadConfig with line, key and what must hold
   */
  static EgressFile read(String name, String text) {
    Section root = Section.of(name, text);
    boolean enabled =
        switch (root.text("enabled")) {
          case "true" -> true;
          case "false" -> false;
          default -> throw root.refuse("has an enabled that is neither true nor false");
        };
    Egress.Otherwise otherwise =
        switch (root.text("security_level")) {
          case "high" -> Egress.Otherwise.CLOSED;
          case "normal" -> Egress.Otherwise.DIRECT;
          default -> throw root.refuse("has a security_level that is neither high nor normal");
        };
    Section protocols = root.section("protocols");
    List<Egress.Way> ways = new ArrayList<>();
    for (String key : protocols.keys()) {
      ways.add(way(key, protocols));
    }
    protocols.end();
    root.end();
    if (!enabled) {
      return new Off();
    }
    if (ways.isEmpty()) {
      throw root.refuse("is enabled and names no protocol");
    }
    return new On(new Egress(ways, otherwise));
  }

  private static Egress.Way way(String key, Section section) {
    List<String> words = Arrays.asList(section.text(key).split("[ ,]+"));
    return switch (key) {
      case "tor_routing" -> {
        if (words.size() > 1) {
          throw section.refuse("has more than one proxy under tor_routing: " + words);
        }
        yield new Egress.Way.Socks(proxy(words.getFirst(), section));
      }
      case "proxy_chains" ->
          new Egress.Way.Chain(words.stream().map(word -> proxy(word, section)).toList());
      case "vpn_rotation" ->
          new Egress.Way.Sources(words.stream().map(word -> address(word, section)).toList());
      default ->
          throw section.refuse("knows tor_routing, proxy_chains and vpn_rotation, not " + key);
    };
  }

  private static InetSocketAddress proxy(String word, Section section) {
    if (!word.matches("[A-Za-z0-9._-]{1,253}:[0-9]{1,5}")) {
      throw section.refuse("has a proxy that is not host:port: " + word);
    }
    int colon = word.indexOf(':');
    int port = Integer.parseInt(word.substring(colon + 1));
    if (port < 1 || port > 65_535) {
      throw section.refuse("has a port that is none: " + word);
    }
    return InetSocketAddress.createUnresolved(word.substring(0, colon), port);
  }

  private static InetAddress address(String word, Section section) {
    if (!word.matches("[0-9a-fA-F.:]{2,45}")) {
      throw section.refuse("has a source that is no address: " + word);
    }
    try {
      return InetAddress.getByName(word);
    } catch (UnknownHostException e) {
      throw section.refuse("has a source that is no address: " + word);
    }
  }
}
