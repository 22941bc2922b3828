package io.bitten.functions;

import io.bitten.adapters.config.RulebookFile;
import io.bitten.core.Rulebook;
import io.bitten.core.account.DemoPool;
import io.bitten.core.chat.ChatSettings;
import io.bitten.core.market.Symbol;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the operator has set, by the names of {@code template.yaml}. A secret {@code NAME} is read
 * from {@code NAME} where that is set, else from the secret store under the id in {@code
 * NAME_FROM}; it is read when it is needed and is never part of a text.
 */
public final class Settings {
  private final Map<String, String> values;
  private final UnaryOperator<String> secretStore;

  private Settings(Map<String, String> values, UnaryOperator<String> secretStore) {
    this.values = Map.copyOf(values);
    this.secretStore = secretStore;
  }

  /** The Lambda environment, with secrets from Secrets Manager. */
  public static Settings ofEnvironment() {
    return new Settings(System.getenv(), CachedSecrets.ofSecretsManager()::read);
  }

  /** These values and no secret store, for the local stack and for tests. */
  public static Settings of(Map<String, String> values) {
    return of(values, id -> "");
  }

  /**
   * @param secretStore a secret by its id, as it is now
   */
  public static Settings of(Map<String, String> values, UnaryOperator<String> secretStore) {
    return new Settings(values, secretStore);
  }

  /** Empty when it is not set. */
  public String text(String name) {
    return values.getOrDefault(name, "").strip();
  }

  /**
   * @throws IllegalStateException naming the setting when it is missing
   */
  public String required(String name) {
    String value = text(name);
    if (value.isEmpty()) {
      throw new IllegalStateException("setting " + name + " is missing");
    }
    return value;
  }

  public URI address(String name) {
    return URI.create(required(name));
  }

  /** Entries separated by commas, without empty ones. */
  public List<String> list(String name) {
    return Arrays.stream(text(name).split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** Empty when it is not set anywhere. */
  public String secret(String name) {
    String here = text(name);
    String id = text(name + "_FROM");
    return !here.isEmpty() || id.isEmpty() ? here : secretStore.apply(id).strip();
  }

  /** While a secret is being changed, the old and the new one, separated by a comma. */
  public List<String> secrets(String name) {
    return Arrays.stream(secret(name).split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /**
   * @throws IllegalStateException naming the secret when it is missing
   */
  public String requiredSecret(String name) {
    String value = secret(name);
    if (value.isEmpty()) {
      throw new IllegalStateException("secret " + name + " is missing");
    }
    return value;
  }

  /** The clock of Stripe and Telegram, whatever time the platform's own market plays. */
  public InstantSource realTime() {
    return InstantSource.system();
  }

  /** The rules this build was packaged with, for the pairs of {@code SYMBOLS} where that is set. */
  public Rulebook rules() {
    Rulebook all = RulebookFile.packaged();
    Set<Symbol> some =
        list("SYMBOLS").stream().map(Symbol::new).collect(Collectors.toUnmodifiableSet());
    return some.isEmpty() ? all : all.with(all.signals().only(some));
  }

  public ChatSettings chat() {
    return new ChatSettings(
        () -> requiredSecret("TAP_KEY"),
        text("TELEGRAM_BOT_NAME"),
        demoPool(),
        text("SIMULATED"),
        "",
        admins());
  }

  /**
   * @throws IllegalStateException in one sentence, when an account would be lent to nobody
   */
  private DemoPool demoPool() {
    try {
      return DemoPool.parse(list("DEMO_ACCOUNTS"), list("DEMO_OWNERS"), admins());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("DEMO_ACCOUNTS, DEMO_OWNERS: " + e.getMessage(), e);
    }
  }

  private Set<Long> admins() {
    return list("TELEGRAM_USER_ID").stream()
        .map(Settings::telegramId)
        .filter(id -> id > 0)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static long telegramId(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new IllegalStateException(
          "TELEGRAM_USER_ID must be Telegram ids, digits each: " + text);
    }
    return Long.parseLong(text);
  }
}
