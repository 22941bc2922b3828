package io.bitten.core.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.relay.Retcode.Meaning;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetcodeTest {
  private static final Set<Integer> UNUSED = Set.of(10005, 10037);

  @Test
  void every_code_of_the_terminal_is_there_once() {
    List<Integer> wanted =
        IntStream.rangeClosed(10004, 10046).filter(code -> !UNUSED.contains(code)).boxed().toList();
    assertThat(Arrays.stream(Retcode.values()).map(Retcode::code).toList())
        .containsExactlyElementsOf(wanted);
  }

  @Test
  void only_these_codes_leave_the_outcome_open() {
    assertThat(with(Meaning.UNKNOWN)).containsExactlyInAnyOrder(10008, 10011, 10012, 10028, 10031);
  }

  @Test
  void only_these_codes_say_done() {
    assertThat(with(Meaning.DONE)).containsExactlyInAnyOrder(10009, 10025);
    assertThat(with(Meaning.PARTIAL)).containsExactly(10010);
  }

  @Test
  void a_code_is_found_by_number_and_by_name() {
    assertThat(Retcode.find("10019")).contains(Retcode.NO_MONEY);
    assertThat(Retcode.find("TRADE_RETCODE_NO_MONEY")).contains(Retcode.NO_MONEY);
    assertThat(Retcode.find(" no_money ")).contains(Retcode.NO_MONEY);
    assertThat(Retcode.find("TRADE_RETCODE_DONE")).contains(Retcode.DONE_CODE);
    assertThat(Retcode.find("10037")).isEmpty();
    assertThat(Retcode.find("")).isEmpty();
  }

  private static Set<Integer> with(Meaning meaning) {
    return Arrays.stream(Retcode.values())
        .filter(code -> code.meaning() == meaning)
        .map(Retcode::code)
        .collect(Collectors.toSet());
  }
}
