package io.bitten.functions.hud;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Interrupted;
import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.fire.Offer;
import io.bitten.core.fire.Offers;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.functions.Door;
import io.bitten.functions.SomeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two requests with one Idempotency-Key, the second of them within the first. */
class ParallelFireTest {
  private static final String SIGNAL = "{\"signal_id\":\"SIG_20240102_001\"}";
  private static final String IDEA =
      "{\"symbol\":\"EURUSD\",\"direction\":\"BUY\",\"lot_size\":0.01,"
          + "\"stop_loss\":1.098,\"take_profit\":1.103}";

  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final Door door = new Door(new HudHandler(memory.world(), SomeSettings.all()));

  @BeforeEach
  void a_trader_and_a_live_signal() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    memory.accounts().claim(Some.account());
    memory.accounts().keep(Some.snapshot());
    memory.calendars().keep(Some.calendar());
    memory.ledger().append(Some.signal(), LedgerEntry.after(memory.ledger().head(), "{}"));
  }

  @Test
  void the_one_that_was_overtaken_by_another_body_is_refused() throws IOException {
    List<Door.Answer> within = new ArrayList<>();

    Door.Answer overtaken = overtaken(() -> within.add(execute(door, IDEA)), SIGNAL);

    assertThat(within.getFirst().status()).isEqualTo(202);
    assertThat(overtaken.code()).isEqualTo("KEY_REUSED");
    assertThat(fired()).singleElement().satisfies(offer -> assertThat(lots(offer)).isEqualTo(0.01));
  }

  @Test
  void of_the_same_body_both_are_told_the_terms_that_are_fired() throws IOException {
    List<Door.Answer> within = new ArrayList<>();

    Door.Answer overtaken =
        overtaken(
            () -> {
              memory.accounts().keep(poorer());
              within.add(execute(door, SIGNAL));
            },
            SIGNAL);

    assertThat(overtaken.body().path("lot_size"))
        .isEqualTo(within.getFirst().body().path("lot_size"));
    assertThat(fired())
        .allSatisfy(
            offer ->
                assertThat(lots(offer)).isEqualTo(overtaken.body().path("lot_size").asDouble()));
  }

  /** The answer to a request that has been decided on, and not kept, when something happens. */
  private Door.Answer overtaken(Runnable event, String body) {
    boolean[] happened = new boolean[1];
    World slow =
        Interrupted.before(
            memory.world(),
            Offers.class,
            "keep",
            () -> {
              if (!happened[0]) {
                happened[0] = true;
                event.run();
              }
            });
    return execute(new Door(new HudHandler(slow, SomeSettings.all())), body);
  }

  private List<Offer> fired() {
    return memory.queues().takeFires().stream()
        .map(FireRequest::offer)
        .distinct()
        .map(id -> memory.offers().find(id).orElseThrow())
        .toList();
  }

  private static double lots(Offer offer) {
    return offer.terms().lots().value().doubleValue();
  }

  private static AccountSnapshot poorer() {
    AccountSnapshot rich = Some.snapshot(Some.NOW.plusMillis(1));
    return new AccountSnapshot(
        rich.account(),
        rich.at(),
        Some.usd("5000.00"),
        Some.usd("5000.00"),
        rich.margin(),
        Some.usd("5000.00"),
        rich.positions(),
        rich.quotes(),
        rich.specs());
  }

  private static Door.Answer execute(Door door, String body) {
    try {
      String launch = SignedLaunch.of(7001, Instant.now()).replace("\"", "\\\"");
      String login = "{\"init_data\":\"" + launch + "\"}";
      String token = post(door, "/api/session", login, Map.of()).body().path("token").asText();
      Map<String, String> headers =
          Map.of("authorization", "Bearer " + token, "idempotency-key", "key-00001");
      return post(door, "/api/trades/execute", body, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Door.Answer post(Door door, String path, String body, Map<String, String> headers)
      throws IOException {
    return door.post(path, body.getBytes(StandardCharsets.UTF_8), headers);
  }
}
