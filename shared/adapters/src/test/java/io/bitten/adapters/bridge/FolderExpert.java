package io.bitten.adapters.bridge;

import io.bitten.core.Some;
import io.bitten.core.memory.ManualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An Expert Advisor of the journaled profile that answers by heart: at each wait of the bridge it
 * takes every request, and writes the text that was set for its command.
 */
final class FolderExpert {
  static final String ACCOUNT =
      "\"account\":{\"login\":500123,\"server\":\"Demo-Server\",\"currency\":\"USD\","
          + "\"hedging\":true,\"balance\":100.00,\"equity\":101.00,\"margin\":1.00,"
          + "\"free_margin\":99.00}";

  private final Path folder;
  private final ManualTime time;
  private final Map<String, String> answers = new HashMap<>();
  private final List<String> taken = new ArrayList<>();
  private boolean attached = true;

  FolderExpert(Path folder, ManualTime time) throws IOException {
    this.folder = folder;
    this.time = time;
    Files.createDirectories(folder.resolve("bitten_instructions"));
    Files.createDirectories(folder.resolve("bitten_results"));
    answers.put("symbols", list("symbols", symbol("EURUSD.m")));
    answers.put("positions", list("positions", ""));
  }

  static String symbol(String name) {
    return ("{\"name\":\"%s\",\"digits\":5,\"bid\":1.09992,\"ask\":1.10000,\"time\":1704189600,"
            + "\"contract_size\":100000.00,\"tick_size\":0.00001,\"tick_value\":1.00,"
            + "\"volume_min\":0.01,\"volume_step\":0.01,\"volume_max\":50.00,\"stops_level\":0,"
            + "\"full\":true}")
        .formatted(name);
  }

  /** A complete list under its name. */
  static String list(String name, String entries) {
    return "\"status\":\"success\",%s,\"connected\":true,\"complete\":true,\"%s\":[%s]"
        .formatted(ACCOUNT, name, entries);
  }

  /** What follows the id in the results of this command from now on. */
  void answers(String command, String rest) {
    answers.put(command, rest);
  }

  /** Takes requests of this command and is silent. */
  void swallows(String command) {
    answers.put(command, "");
  }

  void detach() {
    attached = false;
  }

  /** The requests it has taken that were no questions. */
  List<String> taken() {
    return taken;
  }

  void status(String text) throws IOException {
    Path file = folder.resolve("bitten_status.txt");
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(time.instant().plusNanos(text.hashCode())));
  }

  JournaledBridge bridge(BridgeSettings settings) {
    Instant start = time.instant();
    return new JournaledBridge(
        Some.ACCOUNT,
        settings,
        new ClassicBridge.Around(
            time,
            () -> Duration.between(start, time.instant()).toNanos(),
            pause -> {
              time.advance(pause);
              if (attached) {
                work();
              }
            }));
  }

  private void work() {
    try (Stream<Path> requests = Files.list(folder.resolve("bitten_instructions"))) {
      for (Path request : requests.filter(file -> file.toString().endsWith(".txt")).toList()) {
        take(request);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(Path request) throws IOException {
    String text = Files.readString(request);
    Files.delete(request);
    String[] fields = text.split(",");
    if (!fields[8].startsWith("0Q")) {
      taken.add(text);
    }
    String rest = answers.getOrDefault(fields[1], "");
    if (!rest.isEmpty()) {
      Files.writeString(
          folder.resolve("bitten_results/" + fields[8] + ".json"),
          "{\"id\":\"" + fields[8] + "\"," + rest + "}\n");
    }
  }
}
