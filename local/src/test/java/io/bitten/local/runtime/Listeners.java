package io.bitten.local.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The local addresses that listen on a port, as Linux tells them; none on other systems. */
final class Listeners {
  private static final String LISTEN = "0A";

  private Listeners() {}

  static List<String> of(int port) throws IOException {
    List<String> addresses = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      Path file = Path.of("/proc/self/net", table);
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          String[] parts = line.strip().split("\\s+");
          if (parts[3].equals(LISTEN) && parts[1].endsWith(":" + "%04X".formatted(port))) {
            addresses.add(parts[1].substring(0, parts[1].indexOf(':')));
          }
        }
      }
    }
    return addresses;
  }

  /** 127.0.0.1, plain or mapped into IPv6, in the table's byte order. */
  static boolean loopback(String address) {
    return address.equals("0100007F") || address.equals("0000000000000000FFFF00000100007F");
  }
}
