package io.bitten.relay.wiring;

import io.bitten.adapters.bridge.BridgeSettings;
import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** {@code mt5_bridge.json}: which folder and files a terminal's Expert Advisor uses. */
final class BridgeFile {
  private static final int LONGEST = 1_000;
  private static final Duration HORIZON = Duration.ofSeconds(60);

  private BridgeFile() {}

  /**
   * The bridge of one account, which its file must not switch off. {@code max_retries}, {@code
   * slippage_points} and {@code magic_number} say nothing here: an order has two attempts at most,
   * and a deviation and a magic of its own.
   *
   * @param terminals where MetaTrader keeps its terminals' data, for a {@code files_path} of null
   * @throws BadFile when there is none
   * @throws BadJson when the file is not what it must be, with the field's name
   * @throws IllegalArgumentException when no terminal's folder, or more than one, can be meant
   */
  static BridgeSettings read(Path file, RelayFile.Account account, Path terminals) {
    Fields root =
        Fields.of(ConfigText.of(file, "mt5_bridge.example.json").getBytes(StandardCharsets.UTF_8));
    Fields mt5 = root.object("mt5");
    Fields bridge = root.object("bridge");
    if (mt5.has("enabled") && !mt5.flag("enabled")) {
      throw mt5.refuse(
          "enabled",
          "is false: set it to true, or take account %s out of relay.yml".formatted(account.id()));
    }
    Path folder =
        mt5.maybeText("files_path", LONGEST).map(Path::of).orElseGet(() -> only(terminals));
    return new BridgeSettings(
        profile(mt5),
        folder,
        bridge.text("instruction_file", LONGEST),
        bridge.text("result_file", LONGEST),
        bridge.text("status_file", LONGEST),
        Duration.ofMillis(whole(mt5, "check_interval_ms", 10, 5_000)),
        Duration.ofSeconds(whole(mt5, "trade_timeout", 1, 30)),
        HORIZON,
        Duration.ofSeconds(whole(bridge, "heartbeat_interval", 1, 60)),
        mt5.maybeText("closes", LONGEST).orElse("no").equals("type")
            ? BridgeSettings.Closes.BY_TYPE
            : BridgeSettings.Closes.NOT_AT_ALL,
        account.symbols(),
        account.currency());
  }

  /** {@code mt5.profile}; the format that deployed EAs speak when it is missing. */
  private static BridgeSettings.Profile profile(Fields mt5) {
    return switch (mt5.maybeText("profile", LONGEST).orElse("classic")) {
      case "classic" -> BridgeSettings.Profile.CLASSIC;
      case "journaled" -> BridgeSettings.Profile.JOURNALED;
      default -> throw mt5.refuse("profile", "must be classic or journaled");
    };
  }

  private static long whole(Fields fields, String name, long low, long high) {
    long value = fields.whole(name);
    if (value < low || value > high) {
      throw fields.refuse(name, "must be a whole number %d..%d: %d".formatted(low, high, value));
    }
    return value;
  }

  private static Path only(Path terminals) {
    List<Path> found;
    try (Stream<Path> folders =
        Files.isDirectory(terminals) ? Files.list(terminals) : Stream.of()) {
      found =
          folders
              .map(folder -> folder.resolve("MQL5").resolve("Files"))
              .filter(Files::isDirectory)
              .toList();
    } catch (IOException e) {
      throw new BadFile("cannot look for terminals in " + terminals + ": " + e, e);
    }
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "mt5.files_path is null, and there are %d terminals in %s: name the folder"
              .formatted(found.size(), terminals));
    }
    return found.getFirst();
  }
}
