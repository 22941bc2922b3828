package io.bitten.adapters.bridge;

import io.bitten.core.market.Currency;
import io.bitten.core.market.Symbol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One terminal behind a file bridge.
 *
 * @param profile what the terminal's EA speaks
 * @param folder the terminal's MQL5/Files
 * @param checkInterval how often a result is looked for
 * @param tradeTimeout how long a result is waited for
 * @param horizon how much longer the slot is kept for a result that did not come
 * @param heartbeat how often the EA writes its status; three missed ones are a terminal that is
 *     gone
 * @param closes whether a classic EA closes by an instruction
 * @param symbols the terminal's names of pairs, where they differ
 * @param currency of the account; the classic formats do not tell it
 */
public record BridgeSettings(
    Profile profile,
    Path folder,
    String instructionFile,
    String resultFile,
    String statusFile,
    Duration checkInterval,
    Duration tradeTimeout,
    Duration horizon,
    Duration heartbeat,
    Closes closes,
    Map<Symbol, String> symbols,
    Currency currency) {

  /** The two ways of speaking to an EA. */
  public enum Profile {
    /** One slot, seven fields, no memory: what deployed EAs speak. */
    CLASSIC,
    /** A file a request, each id carried out once: our own EA. */
    JOURNALED
  }

  /** How a classic EA is asked to close. */
  public enum Closes {
    /** It cannot be: the deployed classic EAs only open. */
    NOT_AT_ALL,
    /** By the type CLOSE, with the ticket in the place of the price. */
    BY_TYPE
  }

  public BridgeSettings {
    symbols = Map.copyOf(symbols);
  }

  /** The classic profile with the usual names and times in this folder. */
  public static BridgeSettings in(Path folder, Currency currency) {
    return new BridgeSettings(
        Profile.CLASSIC,
        folder,
        "bitten_instructions.txt",
        "bitten_results.txt",
        "bitten_status.txt",
        Duration.ofMillis(100),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofSeconds(5),
        Closes.NOT_AT_ALL,
        Map.of(),
        currency);
  }

  /** The usual names and times, in the profile whose folder is there: our own EA makes it. */
  public static BridgeSettings found(Path folder, Currency currency) {
    return Files.isDirectory(folder.resolve(RequestFiles.REQUESTS))
        ? in(folder, currency).speaking(Profile.JOURNALED)
        : in(folder, currency);
  }

  /** The same with another profile. */
  public BridgeSettings speaking(Profile other) {
    return with(other, checkInterval, tradeTimeout);
  }

  /** The same with another time that a result is waited for. */
  public BridgeSettings waiting(Duration longest) {
    return with(profile, checkInterval, longest);
  }

  /** The same with another time between two looks for a result. */
  public BridgeSettings looking(Duration every) {
    return with(profile, every, tradeTimeout);
  }

  private BridgeSettings with(
      Profile newProfile, Duration newCheckInterval, Duration newTradeTimeout) {
    return new BridgeSettings(
        newProfile,
        folder,
        instructionFile,
        resultFile,
        statusFile,
        newCheckInterval,
        newTradeTimeout,
        horizon,
        heartbeat,
        closes,
        symbols,
        currency);
  }
}
