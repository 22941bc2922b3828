package io.bitten.adapters.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.farm.Egress.Otherwise;
import io.bitten.adapters.farm.Egress.Way;
import io.bitten.core.Some;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.PositionClose;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EgressTest {
  private static final InetSocketAddress NOBODY = new InetSocketAddress("127.0.0.1", 1);

  private final TinyFarm farm = new TinyFarm();
  private final TinyHop socks = TinyHop.socks();

  EgressTest() {
    farm.answer("/close", 200, "{\"success\": true, \"ticket\": 5, \"price\": 1.1}");
  }

  @AfterEach
  void close() {
    farm.close();
    socks.close();
  }

  @Test
  void a_socks_proxy_is_gone_through() {
    assertThat(close(Otherwise.CLOSED, new Way.Socks(socks.address())))
        .isInstanceOf(Answer.Done.class);
    assertThat(socks.served()).isEqualTo(1);
    assertThat(farm.requests()).hasSize(1);
  }

  @Test
  void proxies_are_gone_through_in_their_order() {
    try (TinyHop one = TinyHop.http();
        TinyHop two = TinyHop.http()) {
      assertThat(close(Otherwise.CLOSED, new Way.Chain(List.of(one.address(), two.address()))))
          .isInstanceOf(Answer.Done.class);
      assertThat(one.served()).isEqualTo(1);
      assertThat(two.served()).isEqualTo(1);
      assertThat(close(Otherwise.CLOSED, new Way.Chain(List.of(one.address(), NOBODY))))
          .isInstanceOf(Answer.NotSent.class);
    }
    assertThat(farm.requests()).hasSize(1);
  }

  @Test
  void source_addresses_are_taken_in_turn() {
    assertThat(close(Otherwise.CLOSED, sources("127.0.0.1"))).isInstanceOf(Answer.Done.class);
    assertThat(farm.requests()).hasSize(1);
  }

  @Test
  void the_first_way_that_works_is_taken() {
    assertThat(close(Otherwise.CLOSED, new Way.Socks(NOBODY), new Way.Socks(socks.address())))
        .isInstanceOf(Answer.Done.class);
    assertThat(socks.served()).isEqualTo(1);
  }

  @Test
  void when_every_way_is_down_a_closed_egress_sends_nothing_and_knows_it() {
    assertThat(close(Otherwise.CLOSED, new Way.Socks(NOBODY))).isInstanceOf(Answer.NotSent.class);
    assertThat(farm.requests()).isEmpty();
    assertThat(close(Otherwise.DIRECT, new Way.Socks(NOBODY))).isInstanceOf(Answer.Done.class);
  }

  @Test
  void a_connection_that_broke_at_the_farm_is_unknown_behind_an_egress_too() {
    farm.cut("/close", TinyFarm.Cut.AFTER_THE_REQUEST);
    assertThat(close(Otherwise.CLOSED, new Way.Socks(socks.address())))
        .isInstanceOf(Answer.Unknown.class);
  }

  private Answer close(Otherwise otherwise, Way... ways) {
    HttpFarm route =
        new HttpFarm(
            Some.ACCOUNT,
            FarmSettings.of(farm.url(), "", "broker1"),
            () -> Some.NOW,
            new Egress(List.of(ways), otherwise));
    return route.close(
        new PositionClose(
            "C1", new Ticket(5), Some.EURUSD, Direction.BUY, Lots.of("0.10"), Some.magic()));
  }

  private static Way.Sources sources(String address) {
    try {
      return new Way.Sources(List.of(InetAddress.getByName(address)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
