package io.bitten.local.platform;

import io.bitten.core.account.DemoPool;
import io.bitten.core.billing.Bills;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What of the outside world is real: chosen by environment variables, simulated otherwise. */
public final class Outside {
  private static final String BOT_TOKEN = "TELEGRAM_BOT_TOKEN";
  private static final String BOT_API = "TELEGRAM_API_URL";
  private static final String MARKET_KEY = "TRADERMADE_KEY";
  private static final String MARKET_URL = "TRADERMADE_URL";
  private static final String NEWS_URL = "NEWS_URL";
  private static final String FARM_URL = "MT5_FARM_URL";
  private static final String FARM_TOKEN = "MT5_FARM_TOKEN";
  private static final String FILES = "MT5_FILES";
  private static final String ACCOUNTS = "MT5_ACCOUNTS";
  private static final String OWNERS = "MT5_OWNERS";
  private static final String ADMINS = "TELEGRAM_USER_ID";

  private final Map<String, String> environment;

  private Outside(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Reads the choice; a blank variable counts as not set.
   *
   * @throws IllegalArgumentException in one sentence, when the variables do not fit together
   */
  public static Outside of(Map<String, String> environment) {
    Outside outside = new Outside(environment);
    outside.checkTelegram();
    outside.checkTerminal();
    if (outside.market()) {
      outside.checkAddress(MARKET_URL);
      outside.checkNews();
    }
    return outside;
  }

  /** Whether people write in the real Telegram. */
  public boolean telegram() {
    return has(BOT_TOKEN);
  }

  /** Whether prices and news are real, and with them the platform's time. */
  public boolean market() {
    return has(MARKET_KEY);
  }

  /** The bills, with passes that run on where a week is over in minutes. */
  Bills passes(Bills bills) {
    return market() ? bills : new LongPasses(bills);
  }

  /** Whether orders go to a real MetaTrader. */
  public boolean terminal() {
    return has(FARM_URL) || has(FILES);
  }

  /**
   * Where the data of this choice is kept: what simulated people, prices and accounts left must
   * never meet real ones.
   */
  public Path data(Path folder) {
    Path kept = market() ? folder.resolve("real") : folder;
    kept = telegram() ? kept.resolve("telegram") : kept;
    return terminal() ? kept.resolve("mt5") : kept;
  }

  /** Where the real MetaTrader is reached. */
  String terminalPlace() {
    return has(FARM_URL) ? text(FARM_URL) : text(FILES);
  }

  /** Names everything that is simulated; empty when nothing is. */
  public String simulated(String market) {
    List<String> parts = new ArrayList<>();
    if (!market()) {
      parts.add(market);
      parts.add("news");
    }
    if (!terminal()) {
      parts.add(market() ? "broker at the prices of a " + market : "broker");
    }
    if (!telegram()) {
      parts.add("Telegram");
    }
    return parts.isEmpty() ? "" : "Simulated: " + String.join(", ", parts);
  }

  /** The settings of what is real, by the names that the functions and the relay read. */
  Map<String, String> settings() {
    Map<String, String> values = new HashMap<>();
    if (telegram()) {
      values.put(BOT_TOKEN, text(BOT_TOKEN));
      values.put(BOT_API, text(BOT_API, "https://api.telegram.org"));
    }
    if (telegram() || has(ADMINS)) {
      values.put(ADMINS, text(ADMINS));
    }
    if (market()) {
      values.put(MARKET_KEY, text(MARKET_KEY));
      values.put(MARKET_URL, text(MARKET_URL, "https://marketdata.tradermade.com/api/v1"));
      if (has(NEWS_URL)) {
        values.put(NEWS_URL, text(NEWS_URL));
      }
    }
    if (terminal()) {
      values.put("DEMO_ACCOUNTS", text(ACCOUNTS));
      values.put("DEMO_OWNERS", String.join(",", owners()));
      values.put(FARM_URL, text(FARM_URL));
      values.put(FARM_TOKEN, text(FARM_TOKEN));
      values.put(FILES, text(FILES));
    }
    return values;
  }

  private void checkTelegram() {
    admins();
    if (telegram()) {
      checkAddress(BOT_API);
      require(
          text(BOT_TOKEN).matches("[A-Za-z0-9:_-]{1,200}"),
          BOT_TOKEN + " must be letters, digits, colon, _ or -, as BotFather gave it");
    }
  }

  private void checkTerminal() {
    if (!terminal()) {
      return;
    }
    require(
        market(),
        "a replayed market must not trade on a real terminal: set " + MARKET_KEY + " as well");
    require(!(has(FARM_URL) && has(FILES)), "set " + FARM_URL + " or " + FILES + ", not both");
    int accounts = pool().accounts().size();
    if (has(FILES)) {
      require(accounts == 1, ACCOUNTS + " must name the one account of the terminal");
      require(isFolder(text(FILES)), FILES + " must be the terminal's MQL5/Files folder");
    } else {
      require(accounts > 0, FARM_URL + " needs " + ACCOUNTS + " as well");
      require(has(FARM_TOKEN), FARM_URL + " needs " + FARM_TOKEN + " as well");
    }
  }

  private DemoPool pool() {
    require(
        !telegram() || list(OWNERS).stream().noneMatch(it -> it.endsWith(DemoPool.EVERYBODY)),
        OWNERS + " must name Telegram ids: a real terminal's account is not lent to everybody");
    try {
      return DemoPool.parse(list(ACCOUNTS), owners(), admins());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s, %s, %s: %s".formatted(ACCOUNTS, OWNERS, ADMINS, e.getMessage()), e);
    }
  }

  /** Whoever opens the simulated Telegram's page sits at this machine; the real one is open. */
  private List<String> owners() {
    return telegram()
        ? list(OWNERS)
        : list(ACCOUNTS).stream()
            .map(entry -> entry.split(":")[0] + "=" + DemoPool.EVERYBODY)
            .distinct()
            .toList();
  }

  private Set<Long> admins() {
    require(
        list(ADMINS).stream().allMatch(it -> it.matches("[0-9]{1,18}")),
        ADMINS + " must be Telegram ids, digits each, separated by commas");
    return list(ADMINS).stream()
        .map(Long::valueOf)
        .filter(id -> id > 0)
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<String> list(String name) {
    return Arrays.stream(text(name).split(","))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  private static boolean isFolder(String text) {
    try {
      return Files.isDirectory(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void checkAddress(String name) {
    require(
        !has(name) || new Address(text(name)).safe(),
        name + " must be an https address, or http on this machine");
  }

  /** No key goes there, so a file will do. */
  private void checkNews() {
    Address news = new Address(text(NEWS_URL));
    require(
        !has(NEWS_URL) || news.safe() || news.file(),
        NEWS_URL
            + " must be an https address, http on this machine, or file:// and the whole path of"
            + " a calendar");
  }

  private static void require(boolean fits, String sentence) {
    if (!fits) {
      throw new IllegalArgumentException(sentence);
    }
  }

  private boolean has(String name) {
    return !text(name).isEmpty();
  }

  private String text(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  private String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  /** Without a value: some are secret. */
  @Override
  public String toString() {
    return "Outside[telegram=%s, market=%s, terminal=%s]"
        .formatted(telegram(), market(), terminal());
  }
}
