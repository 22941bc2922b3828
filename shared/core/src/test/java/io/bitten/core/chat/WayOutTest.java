package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Reach;
import io.bitten.core.account.UserId;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WayOutTest {
  private static final ChatId CHAT = new ChatId(7001);
  private static final Supplier<String> KEY = Conversation.SETTINGS.tapSecret();
  private static final TapTokens TOKENS = new TapTokens(KEY);

  private final WayOut wayOut = new WayOut(KEY, "BittenBot");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/close",
        "/close 900001",
        "/close soon",
        "/CloseAll@bittenbot",
        "/emergency_stop bad news",
        "/panic",
        "/halt_all",
        "/halt_account 500123@Demo-Server close"
      })
  void what_closes_or_stops_is_one(String text) {
    assertThat(wayOut.is(said(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/help", "/recover over", "/fire", "/panicc", "panic", "/panic@OtherBot", "/"})
  void nothing_else_is(String text) {
    assertThat(wayOut.is(said(text))).isFalse();
  }

  @Test
  void a_lifting_waits_for_the_ways_out_alone_and_is_none() {
    assertThat(wayOut.apart(said("/recover it is over"))).isTrue();
    assertThat(wayOut.apart(said("/panic"))).isTrue();
    assertThat(wayOut.apart(said("/fire"))).isFalse();
    assertThat(wayOut.is(said("/recover it is over"))).isFalse();
  }

  @Test
  void of_the_buttons_those_that_close_are_for_whom_they_were_made() {
    Tap close = new Tap.Close(Some.ORDER);

    assertThat(wayOut.is(tapped(close, Some.USER))).isTrue();
    assertThat(wayOut.is(tapped(new Tap.CloseAll(Some.NOW, "1"), Some.USER))).isTrue();
    assertThat(wayOut.is(tapped(new Tap.Positions(), Some.USER))).isFalse();
    assertThat(wayOut.is(tapped(close, UserId.ofTelegram(666)))).isFalse();
    assertThat(wayOut.is(new Incoming.Moved(3, CHAT, Some.USER, "Anna", Reach.BLOCKED))).isFalse();
  }

  private static Incoming said(String text) {
    return new Incoming.Said(1, CHAT, Some.USER, "Anna", text);
  }

  private static Incoming tapped(Tap tap, UserId madeFor) {
    return new Incoming.Tapped(2, CHAT, Some.USER, "Anna", 3, TOKENS.write(tap, madeFor));
  }
}
