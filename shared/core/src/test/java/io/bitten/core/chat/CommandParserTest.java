package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.account.Ticket;
import io.bitten.core.signal.SignalId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommandParserTest {
  private final CommandParser parser = new CommandParser("BittenBot");

  @Test
  void every_command_is_known_by_its_word_and_by_its_example() {
    for (CommandName name : CommandName.values()) {
      assertThat(parser.parse("/" + name.word())).isInstanceOf(Parsed.Asked.class);
      assertThat(parser.parse(name.example()))
          .isInstanceOfSatisfying(
              Parsed.Asked.class, asked -> assertThat(asked.command().name()).isEqualTo(name));
    }
  }

  @Test
  void arguments_become_typed() {
    assertThat(parser.parse(" /FIRE@bittenbot   sig_20240102_001 "))
        .isEqualTo(asked(new Command.FireOne(new SignalId("SIG_20240102_001"))));
    assertThat(parser.parse("/close 900001"))
        .isEqualTo(asked(new Command.CloseOne(new Ticket(900001))));
    assertThat(parser.parse("/history 25")).isEqualTo(asked(new Command.History(25)));
    assertThat(parser.parse("/start r_anna"))
        .isEqualTo(asked(new Command.Plain(CommandName.START)));
  }

  @Test
  void a_wrong_argument_names_the_command() {
    assertThat(parser.parse("/history 26"))
        .isEqualTo(new Parsed.WrongArgument(CommandName.HISTORY, "1 to 25 trades"));
    assertThat(parser.parse("/close 0")).isInstanceOf(Parsed.WrongArgument.class);
    assertThat(parser.parse("/close 9999999999999999999")).isInstanceOf(Parsed.WrongArgument.class);
    assertThat(parser.parse("/help me")).isInstanceOf(Parsed.WrongArgument.class);
  }

  @Test
  void an_unknown_command_is_known_as_one() {
    assertThat(parser.parse("/balanse now")).isEqualTo(new Parsed.Unknown("balanse"));
  }

  @Test
  void a_long_word_is_not_cut_through_a_character() {
    String most = "x".repeat(31) + "😀";
    assertThat(parser.parse("/" + most + "yz"))
        .isInstanceOfSatisfying(
            Parsed.Unknown.class, unknown -> assertThat(unknown.typed()).isEqualTo(most));
  }

  @Test
  void talk_and_commands_for_other_bots_are_told_apart() {
    assertThat(parser.parse("buy everything")).isEqualTo(new Parsed.Talk());
    assertThat(parser.parse("/")).isEqualTo(new Parsed.Talk());
    assertThat(parser.parse("/fire@OtherBot")).isEqualTo(new Parsed.ForAnother());
  }

  @Test
  void any_text_is_parsed_without_an_exception() {
    Random random = new Random(6);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder("/");
      random.ints(random.nextInt(60), 1, 0x2fff).forEach(text::appendCodePoint);
      assertThat(parser.parse(text.toString())).isNotNull();
    }
  }

  private static Parsed asked(Command command) {
    return new Parsed.Asked(command);
  }
}
