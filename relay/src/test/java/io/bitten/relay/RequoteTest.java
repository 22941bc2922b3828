package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.Route;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequoteTest extends Benched {
  private static final Answer REQUOTE = new Answer.No("TRADE_RETCODE_REQUOTE", "Another price.");

  private final Deque<Answer> answers = new ArrayDeque<>();
  private boolean quotes = true;
  private UnaryOperator<Quote> quote = UnaryOperator.identity();
  private UnaryOperator<SymbolSpec> spec = UnaryOperator.identity();

  @Test
  void a_requote_within_the_collar_is_tried_once_more_with_the_same_magic() {
    Relay relay = bench.boot(scripted(REQUOTE));
    assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertThat(bench.order().state()).isEqualTo(new OrderState.New(1));
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("PROTECTED");
    assertThat(bench.terminal.sent())
        .singleElement()
        .satisfies(entry -> assertThat(entry.attempt()).isEqualTo(2));
  }

  @Test
  void two_requotes_are_the_end() {
    Relay relay = bench.boot(scripted(REQUOTE, REQUOTE));
    relay.step(RelayBench.open());
    relay.step(RelayBench.open());
    assertThat(bench.order().state())
        .isInstanceOfSatisfying(
            OrderState.Rejected.class,
            no -> assertThat(no.code()).isEqualTo("TRADE_RETCODE_REQUOTE"));
  }

  /** Shown at 1.10000 with 20 points of collar, bought at the ask. */
  @ParameterizedTest
  @CsvSource({"1.10020, NEW", "1.10021, REJECTED", "1.09980, NEW", "1.09979, REJECTED"})
  void a_requote_beyond_the_collar_is_the_end(String ask, String state) {
    Price asked = Price.of(ask);
    quote = old -> new Quote(old.symbol(), asked, asked, old.at());
    bench.boot(scripted(REQUOTE)).step(RelayBench.open());
    assertThat(bench.state()).isEqualTo(state);
    assertThat(bench.terminal.sent()).isEmpty();
  }

  /**
   * Deviations are in points, which the last decimal makes, and a pair may move in larger ticks.
   */
  @Test
  void the_collar_is_in_points_also_where_a_tick_has_ten_of_them() {
    spec = RequoteTest::coarse;
    Price asked = Price.of("1.10030");
    quote = old -> new Quote(old.symbol(), asked, asked, old.at());
    bench.boot(scripted(REQUOTE)).step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("REJECTED");
  }

  private static SymbolSpec coarse(SymbolSpec fine) {
    return new SymbolSpec(
        fine.symbol(),
        fine.terminalName(),
        fine.digits(),
        fine.contractSize(),
        fine.tickSize().movePointRight(1),
        fine.tickValue().movePointRight(1),
        fine.volumeMin(),
        fine.volumeStep(),
        fine.volumeMax(),
        fine.stopsLevelPoints());
  }

  @Test
  void without_a_price_nobody_knows_whether_the_collar_holds() {
    quotes = false;
    bench.boot(scripted(REQUOTE)).step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("REJECTED");
  }

  @Test
  void a_final_no_is_not_tried_again() {
    bench.boot(scripted(new Answer.No("TRADE_RETCODE_NO_MONEY", "No."))).step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("REJECTED");
  }

  @Test
  void what_was_only_taken_is_unknown_until_the_broker_shows_it() {
    Relay relay = bench.boot(scripted(new Answer.Pending("taken")));
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("UNKNOWN");
    bench.seconds(relay, 200);
    assertThat(bench.state()).isEqualTo("EXPIRED");
    assertThat(bench.terminal.sent()).isEmpty();
  }

  /** The terminal, but that the first entries get these answers and go no further. */
  private Route scripted(Answer... first) {
    answers.addAll(List.of(first));
    return (Route)
        Proxy.newProxyInstance(
            Route.class.getClassLoader(),
            new Class<?>[] {Route.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof Entry && !answers.isEmpty()) {
                return answers.pop();
              }
              if (method.getName().equals("look") && !quotes) {
                return new Look.Incomplete("no answer");
              }
              try {
                Object answer = method.invoke(bench.terminal, arguments);
                return answer instanceof Look.Complete look ? quoted(look) : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Look quoted(Look.Complete look) {
    AccountSnapshot seen = look.snapshot();
    return new Look.Complete(
        new AccountSnapshot(
            seen.account(),
            seen.at(),
            seen.balance(),
            seen.equity(),
            seen.margin(),
            seen.freeMargin(),
            seen.positions(),
            Map.of(Some.EURUSD, quote.apply(seen.quotes().get(Some.EURUSD))),
            Map.of(Some.EURUSD, spec.apply(seen.specs().get(Some.EURUSD)))),
        look.comments(),
        look.working());
  }
}
