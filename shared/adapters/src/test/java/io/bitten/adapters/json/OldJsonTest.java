package io.bitten.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.market.Price;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.risk.Reservation;
import org.junit.jupiter.api.Test;

/** What earlier versions have stored is read as what it was. */
final class OldJsonTest {
  private static final String FILL =
      "{\"ticket\":900001,\"price\":\"1.10001\",\"lots\":\"0.10\","
          + "\"stop_loss\":{\"type\":\"at\",\"price\":\"1.09800\"},\"at\":\"2024-01-02T10:00:02Z\"}";

  @Test
  void an_end_of_before_ends_had_kinds_is_a_booked_one() {
    String stored =
        "{\"type\":\"closed\",\"fill\":"
            + FILL
            + ",\"exit\":{\"price\":\"1.10300\",\"net\":{\"amount\":\"29.95\",\"currency\":\"USD\"},"
            + "\"reason\":\"TAKE_PROFIT\",\"at\":\"2024-01-02T10:20:00Z\"}}";

    assertThat(Json.read(stored, OrderState.class))
        .isEqualTo(
            new OrderState.Closed(
                Some.fill(),
                new Exit.Booked(
                    Price.of("1.10300"),
                    Some.usd("29.95"),
                    ExitReason.TAKE_PROFIT,
                    Some.NOW.plusSeconds(1_200))));
  }

  @Test
  void risk_that_was_reserved_before_it_knew_its_signal_is_nobodys_signal() {
    String stored =
        "{\"order\":\"CY3HVLFWPJFAC7EN\",\"symbol\":\"EURUSD\",\"direction\":\"BUY\",\"lots\":\"0.10\","
            + "\"risk\":{\"amount\":\"20.00\",\"currency\":\"USD\"},\"at\":\"2024-01-02T10:00:00Z\"}";

    Reservation read = Json.read(stored, Reservation.class);
    assertThat(read).isEqualTo(Some.reservation(new OrderId("CY3HVLFWPJFAC7EN")));
    assertThat(Json.read(Json.write(read), Reservation.class)).isEqualTo(read);
  }

  @Test
  void a_fire_that_was_asked_for_before_it_knew_its_message_has_none() {
    String sent = "{\"offer\":\"OFFERAAAAAAAAAAA\",\"user\":\"tg-7001\",\"asked_by\":\"tap-77\"}";

    assertThat(Json.read(sent, FireRequest.class).messageId()).isZero();
  }

  @Test
  void nothing_else_may_leave_its_kind_out() {
    assertThatThrownBy(() -> Json.read("{\"fill\":" + FILL + "}", OrderState.class))
        .isInstanceOf(BadJson.class);
  }
}
