package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.account.UserId;
import io.bitten.core.chat.TapTokens.Read;
import io.bitten.core.signal.SignalId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TapTokensTest {
  private static final Instant LATE = Instant.ofEpochSecond(99_999_999_999L);
  private static final List<Tap> EVERY =
      List.of(
          new Tap.Fire(new SignalId("SIG_99991231_999999"), LATE, TapTokens.round(1L << 40)),
          new Tap.Confirm(Some.OFFER, LATE),
          new Tap.Cancel(Some.OFFER),
          new Tap.Details(Some.signal().id()),
          new Tap.Back(Some.signal().id()),
          new Tap.Skip(Some.signal().id()),
          new Tap.Accept("ABCDEFGH"),
          new Tap.LinkDemo(),
          new Tap.Close(Some.ORDER),
          new Tap.CloseAll(LATE, TapTokens.round(1L << 40)),
          new Tap.Positions());

  private final TapTokens tokens = new TapTokens(() -> "not-a-secret-only-a-test");

  @Test
  void every_tap_fits_into_64_bytes_and_comes_back_as_it_was() {
    for (Tap tap : EVERY) {
      String data = tokens.write(tap, Some.USER);
      assertThat(data.length()).isBetween(1, 64);
      assertThat(tokens.read(data, Some.USER))
          .isInstanceOfSatisfying(Read.Valid.class, v -> assertThat(v.tap()).isEqualTo(tap));
    }
    assertThat(EVERY).hasSize(Tap.class.getPermittedSubclasses().length);
  }

  @Test
  void a_button_works_for_nobody_else() {
    for (Tap tap : EVERY) {
      String data = tokens.write(tap, Some.USER);
      assertThat(tokens.read(data, UserId.ofTelegram(7002))).isInstanceOf(Read.NotYours.class);
    }
  }

  @Test
  void another_key_or_one_changed_character_is_refused() {
    Random random = new Random(4);
    TapTokens others = new TapTokens(() -> "another-secret-of-a-test");
    for (Tap tap : EVERY) {
      String data = tokens.write(tap, Some.USER);
      assertThat(others.read(data, Some.USER)).isInstanceOf(Read.NotYours.class);
      for (int round = 0; round < 200; round++) {
        StringBuilder forged = new StringBuilder(data);
        int at = random.nextInt(data.length());
        forged.setCharAt(at, (char) (data.charAt(at) ^ (1 + random.nextInt(30))));
        assertThat(tokens.read(forged.toString(), Some.USER)).isInstanceOf(Read.NotYours.class);
      }
    }
  }

  @Test
  void any_text_at_all_is_read_without_an_exception() {
    Random random = new Random(5);
    for (int round = 0; round < 10_000; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(90), 0, 0x3000).forEach(text::appendCodePoint);
      assertThat(tokens.read(text.toString(), Some.USER)).isInstanceOf(Read.NotYours.class);
    }
  }

  @Test
  void a_short_secret_is_refused_without_being_shown() {
    assertThatThrownBy(() -> new TapTokens(() -> "short-one"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("short-one");
  }
}
