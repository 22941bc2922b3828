package io.bitten.relay.wiring;

import io.bitten.adapters.config.Section;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountMode;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.RouteName;
import io.bitten.relay.RelayCaps;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code relay.yml} says. It holds no secret: the farm's token is named by the environment
 * variable that holds it, and AWS finds its keys in its usual places.
 */
public record RelayFile(
    String name,
    String group,
    String verifyKey,
    Path journal,
    Cloud cloud,
    Logs logs,
    Farm farm,
    Path bridge,
    Way way,
    List<Account> accounts) {

  /** How the farm is reached. */
  public sealed interface Way {
    record Straight() implements Way {}

    /** As this file says. */
    record Egress(Path file) implements Way {}
  }

  /** The AWS region, queues and tables, as the deployment's outputs name them. */
  public record Cloud(
      String region,
      String orders,
      String exits,
      String reports,
      Duration poll,
      String ordersTable,
      String usersTable) {}

  /** Where the log's files are; at most {@code files} of {@code megabytes} each. */
  public record Logs(Path folder, int megabytes, int files) {}

  /**
   * The farm.
   *
   * @param tokenEnv the environment variable with the bearer token
   */
  public record Farm(
      URI url, String tokenEnv, Duration connectTimeout, Duration timeout, Duration readTimeout) {}

  /**
   * One account this relay serves.
   *
   * @param broker the farm's name of the terminal
   * @param symbols the terminal's names of pairs whose names cannot be guessed
   */
  public record Account(
      AccountId id,
      AccountMode mode,
      Currency currency,
      RouteName route,
      String broker,
      Map<Symbol, String> symbols,
      RelayCaps caps) {}

  /**
   * Reads a file's text; paths in it are relative to the file's folder.
   *
   * @throws io.bitten.adapters.config.BadConfig with line, key and what must hold
   */
  public static RelayFile read(Path file, String text) {
    Section root = Section.of(file.getFileName().toString(), text);
    Path folder = file.toAbsolutePath().getParent();
    RelayFile read =
        new RelayFile(
            root.text("name"),
            root.keys().contains("group") ? root.text("group") : "main",
            root.text("verify_key"),
            folder.resolve(root.text("journal")),
            cloud(root.section("cloud")),
            logs(root.section("logs"), folder),
            farm(root.section("farm")),
            folder.resolve(root.text("bridge")),
            root.keys().contains("egress")
                ? new Way.Egress(folder.resolve(root.text("egress")))
                : new Way.Straight(),
            accounts(root.section("accounts")));
    root.end();
    return read;
  }

  private static Cloud cloud(Section section) {
    Cloud cloud =
        new Cloud(
            section.text("region"),
            section.text("orders_queue"),
            section.text("exits_queue"),
            section.text("reports_queue"),
            section.time("poll"),
            section.text("orders_table"),
            section.text("users_table"));
    if (cloud.poll().compareTo(Duration.ofSeconds(20)) > 0) {
      throw section.refuse("has a poll above 20 s, which SQS does not take");
    }
    section.end();
    return cloud;
  }

  private static Logs logs(Section section, Path folder) {
    Logs logs =
        new Logs(
            folder.resolve(section.text("folder")),
            section.whole("megabytes", 1, 1_000),
            section.whole("files", 1, 100));
    section.end();
    return logs;
  }

  private static Farm farm(Section section) {
    try {
      Farm farm =
          new Farm(
              URI.create(section.text("url")),
              section.text("token_env"),
              section.time("connect_timeout"),
              section.time("timeout"),
              section.time("read_timeout"));
      section.end();
      return farm;
    } catch (IllegalArgumentException e) {
      throw section.refuse("has a url that is none: " + e.getMessage());
    }
  }

  private static List<Account> accounts(Section section) {
    List<Account> accounts = new ArrayList<>();
    for (String id : section.keys()) {
      accounts.add(account(id, section.section(id)));
    }
    if (accounts.isEmpty()) {
      throw section.refuse("must name at least one account");
    }
    return List.copyOf(accounts);
  }

  private static Account account(String id, Section section) {
    try {
      Account account =
          new Account(
              new AccountId(id),
              section.one("mode", AccountMode.class),
              new Currency(section.text("currency")),
              section.one("route", RouteName.class),
              section.text("broker"),
              section.keys().contains("symbols") ? symbols(section.section("symbols")) : Map.of(),
              caps(section.section("caps")));
      section.end();
      return account;
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw section.refuse("cannot be used: " + e.getMessage());
    }
  }

  private static Map<Symbol, String> symbols(Section section) {
    Map<Symbol, String> names = new HashMap<>();
    for (String pair : section.keys()) {
      names.put(new Symbol(pair), section.text(pair));
    }
    return names;
  }

  private static RelayCaps caps(Section section) {
    String symbols = section.text("symbols");
    Set<Symbol> allowed =
        symbols.equals("all")
            ? Set.of()
            : Arrays.stream(symbols.split("[ ,]+")).map(Symbol::new).collect(Collectors.toSet());
    RelayCaps caps =
        new RelayCaps(
            new Lots(section.decimal("max_lots", "0.001", "1000")),
            section.whole("max_open", 0, 1_000),
            allowed,
            LocalTime.parse(section.text("from")),
            LocalTime.parse(section.text("until")));
    section.end();
    return caps;
  }
}
