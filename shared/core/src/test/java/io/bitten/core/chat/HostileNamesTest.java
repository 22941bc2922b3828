package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.Some;
import io.bitten.core.memory.MemoryMessenger.Sent;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Origin;
import io.bitten.core.signal.SignalClass;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What strangers are called or type never becomes markup. */
class HostileNamesTest {
  private static final List<String> NAMES =
      List.of(
          "<script>alert(1)</script>",
          "<b>",
          "</b></i>",
          "&&lt;&nbsp;&#x27;",
          "\"'><a href=\"https://evil.invalid\">x</a>",
          "<tg-spoiler>" + "&".repeat(40),
          "<".repeat(64));

  @Test
  void every_message_stays_valid_html_whatever_people_are_called_or_type() {
    for (String name : NAMES) {
      Conversation person = new Conversation(7001, name);
      tour(person, name);
      for (Sent sent : person.memory.messenger().sent()) {
        assertThat(StrictHtml.problem(sent.card().html()))
            .as("%s in %s", name, sent.card().html())
            .isEmpty();
      }
    }
  }

  @Test
  void the_checker_sees_what_is_wrong() {
    for (String bad : List.of("<b>x", "x</b>", "<b><i>x</b></i>", "a & b", "a < b", "<br>", " ")) {
      assertThat(StrictHtml.problem(bad)).as(bad).isNotEmpty();
    }
    assertThat(StrictHtml.problem("<b>a</b> &amp; &#39;")).isEmpty();
  }

  private static void tour(Conversation person, String name) {
    person.say("/start");
    person.tap("I accept the terms and the risk");
    person.tap("Link a demo account");
    person.memory.calendars().keep(Some.calendar());
    person.passes(Duration.ofSeconds(1));
    person.signal(SomeCards.signal(SignalClass.RAPID, 75));
    person.tap("Details");
    person.tap("Back");
    person.tap("FIRE EURUSD BUY");
    person.tap("Confirm");
    person.relay(new OrderState.Rejected(name, name, Some.NOW));
    person.memory.events().publish(refusal(name));
    person.say("/" + name);
    person.say("/fire " + name);
    person.say(name);
    for (CommandName command : CommandName.values()) {
      person.say("/" + command.word());
    }
    person.relay(new OrderState.Dead(name, Some.NOW));
  }

  private static Event refusal(String name) {
    return new Event.FireRefused(
        EventHeader.of("refused-x", Some.NOW, Some.correlation()),
        Some.USER,
        new Origin.OfSignal(Some.signal().id()),
        0,
        name,
        name,
        name);
  }
}
