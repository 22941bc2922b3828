package io.bitten.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoPoolTest {
  private static final UserId ADMIN = UserId.ofTelegram(1);
  private static final UserId OWNER = UserId.ofTelegram(2);
  private static final UserId STRANGER = UserId.ofTelegram(3);
  private static final List<String> TWO = List.of("501@A:b:USD", "502@A:b:USD");

  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));

  private DemoDesk desk(String... owners) {
    DemoPool pool = DemoPool.parse(TWO, List.of(owners), Set.of(1L));
    return new DemoDesk(memory.world().accounts(), pool);
  }

  @Test
  void an_account_without_an_owner_is_lent_to_administrators_only() {
    DemoDesk desk = desk();

    assertThat(desk.claim(STRANGER)).isEmpty();
    assertThat(desk.lendsTo(STRANGER)).isFalse();
    assertThat(desk.claim(ADMIN)).isPresent();
  }

  @Test
  void an_account_with_an_owner_is_lent_to_nobody_else() {
    DemoDesk desk = desk("501@A=2", "502@A=2");

    assertThat(desk.claim(ADMIN)).isEmpty();
    assertThat(desk.claim(STRANGER)).isEmpty();
    assertThat(desk.claim(OWNER)).map(TradingAccount::owner).contains(OWNER);
  }

  @Test
  void an_account_for_everybody_is_lent_to_whoever_asks_first() {
    DemoDesk desk = desk("502@A=everybody");

    assertThat(desk.claim(STRANGER).map(TradingAccount::id)).contains(AccountId.of(502, "A"));
    assertThat(desk.claim(OWNER)).isEmpty();
    assertThat(desk.lendsTo(OWNER)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "501@A:b:USD|''|nobody is named whom 501@A may be lent to",
        "501@A:b:USD,501@A:c:USD|501@A=2|an account is named twice: 501@A",
        "501@A:b:USD|501@A=2,777@B=2|no such account is set aside: 777@B",
        "501@A:b:USD|501@A|an owner must be login@server=telegram-id: 501@A",
        "501@A:b:USD|501@A=-5|an owner must be login@server=telegram-id: 501@A=-5",
        "501:b:USD|501=2|account id must be login@server: 501",
        "501@A|501@A=2|demo account must be login@server:broker:currency: 501@A",
      })
  void what_cannot_be_is_refused(String accounts, String owners, String sentence) {
    List<String> named = Arrays.stream(owners.split(",")).filter(it -> !it.isEmpty()).toList();

    assertThatThrownBy(() -> DemoPool.parse(List.of(accounts.split(",")), named, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }
}
