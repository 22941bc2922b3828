package io.bitten.relay.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.sign.CommandKeys;
import io.bitten.adapters.sign.CommandSigner;
import io.bitten.adapters.sign.CommandVerifier;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.account.AccountId;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.order.RelayCommand;
import io.bitten.relay.CommandDoor.Read;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the door of a running relay lets in. */
class SignedDoorTest {
  private static final CommandKeys.Pair KEYS = CommandKeys.generate("k1");

  private final ManualTime time = new ManualTime(Some.NOW);
  private final SignedDoor door = door(Some.ACCOUNT);

  @Test
  void everything_that_is_genuine_and_in_time_is_let_in() {
    for (RelayCommand command : SomeKinds.commands()) {
      assertThat(door.read(signed(command))).isEqualTo(new Read.Genuine(command));
    }
  }

  @Test
  void what_came_too_late_is_told_apart() {
    time.advance(Duration.ofMinutes(11));

    for (RelayCommand command : SomeKinds.commands()) {
      assertThat(door.read(signed(command))).isEqualTo(new Read.Stale(command));
    }
  }

  @Test
  void a_late_close_of_a_stranger_or_for_another_account_stays_outside() {
    time.advance(Duration.ofMinutes(11));
    RelayCommand close = one(RelayCommand.Close.class);
    String forged = new CommandSigner(CommandKeys.generate("k1").privateKey()).sign(close);

    assertThat(door.read(forged)).isInstanceOf(Read.Refused.class);
    assertThat(door(AccountId.of(1, "Other")).read(signed(close))).isInstanceOf(Read.Refused.class);
  }

  private static RelayCommand one(Class<? extends RelayCommand> kind) {
    return SomeKinds.commands().stream().filter(kind::isInstance).findFirst().orElseThrow();
  }

  private SignedDoor door(AccountId account) {
    return new SignedDoor(new CommandVerifier(KEYS.publicKey(), Set.of(account), time));
  }

  private static String signed(RelayCommand command) {
    return new CommandSigner(KEYS.privateKey()).sign(command);
  }
}
