package io.bitten.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.local.Root;
import io.bitten.local.engine.Store;
import io.bitten.local.telegram.Person;
import io.bitten.local.telegram.SimMessage;
import io.bitten.local.telegram.TelegramSim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform on a world that is not its own, at the addresses of its environment. */
class RealOutsidesTest {
  @TempDir Path folder;
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private RealOutsides real;

  @BeforeEach
  void open() {
    real = new RealOutsides(folder);
  }

  @AfterEach
  void close() {
    real.close();
  }

  @Test
  void a_signal_of_the_real_market_is_fired_in_the_real_telegram_and_filled_at_the_real_farm()
      throws IOException {
    Person owner = real.telegram.person("Olga Owner");
    Person stranger = real.telegram.person("Sam Stranger");
    Onlooker onlooker = new Onlooker(real.telegram);
    try (Platform platform = Platform.start(plan(real.all(owner.id())), real.time)) {
      assertThat(platform.simulated()).isEmpty();
      welcome(real.telegram, owner);
      welcome(real.telegram, stranger);
      onlooker.showing(owner, "You are ready.");
      onlooker.showing(stranger, "No demo account is set aside for you here.");

      SimMessage filled = filled(real.telegram, owner);
      assertThat(filled.text()).doesNotContain("simulated");
      assertThat(real.terminal().positions())
          .singleElement()
          .matches(it -> it.stopLoss().signum() > 0);
      real.telegram.tapLabel(
          owner.id(), filled.id(), Onlooker.button(filled, "Close").orElseThrow());
      onlooker.showing(owner, "Closed");
    }
    assertThat(real.terminal().positions()).isEmpty();
    assertThat(errors).isEmpty();
  }

  @Test
  void a_classic_ea_tells_no_contract_so_nothing_is_traded_and_the_card_says_why()
      throws IOException {
    Path files = Files.createDirectories(folder.resolve("MQL5/Files"));
    Map<String, String> environment = real.market();
    environment.put("MT5_FILES", files.toString());
    real.attachEa(files);
    try (Platform platform = Platform.start(plan(environment), real.time)) {
      assertThat(platform.simulated()).isEqualTo("Simulated: Telegram");
      Person person = platform.telegram().person("Ann");
      welcome(platform.telegram(), person);
      SimMessage answer = fired(platform.telegram(), person);
      platform.telegram().say(person.id(), "/balance");
      Onlooker onlooker = new Onlooker(platform.telegram());
      SimMessage balance = onlooker.showing(person, "Balance");

      assertThat(answer.text())
          .startsWith("⛔ Not traded. Your terminal has not told what one lot of EURUSD is.")
          .contains("Simulated: Telegram");
      assertThat(balance.text()).contains("Balance 10000.00 USD");
    }
    assertThat(real.terminal().deals()).isEmpty();
    assertThat(errors).isEmpty();
  }

  private static void welcome(TelegramSim telegram, Person person) {
    Onlooker onlooker = new Onlooker(telegram);
    telegram.say(person.id(), "/start");
    onlooker.tapWhenShown(person, "I accept");
    onlooker.tapWhenShown(person, "Link a demo account");
  }

  private static SimMessage filled(TelegramSim telegram, Person person) {
    Onlooker onlooker = new Onlooker(telegram);
    fired(telegram, person);
    onlooker.tapWhenShown(person, "Confirm");
    return onlooker.showing(person, "Filled and protected");
  }

  /** The card that answers the tap on FIRE. */
  private static SimMessage fired(TelegramSim telegram, Person person) {
    Onlooker onlooker = new Onlooker(telegram);
    SimMessage list = onlooker.await("a live signal", () -> fireList(telegram, person));
    telegram.tapLabel(person.id(), list.id(), Onlooker.button(list, Onlooker.FIRE).orElseThrow());
    return onlooker.changed(person, list);
  }

  private static Optional<SimMessage> fireList(TelegramSim telegram, Person person) {
    telegram.say(person.id(), "/fire");
    return telegram.awaitMessage(
        it -> it.chatId() == person.id() && Onlooker.button(it, Onlooker.FIRE).isPresent(),
        Duration.ofSeconds(1));
  }

  private PlatformPlan plan(Map<String, String> environment) {
    return new PlatformPlan(
        Root.folder(),
        folder,
        RealOutsides.unused(),
        1,
        Duration.ofMillis(500),
        new Store.MemoryPorts(),
        0,
        environment,
        PlatformTest.PATIENCE,
        errors::add);
  }
}
