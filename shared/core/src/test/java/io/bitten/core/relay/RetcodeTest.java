package io.bitten.core.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.relay.Retcode.Meaning;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** The reference's table, code by code. */
  @ParameterizedTest
  @CsvSource({
    "10004, NO, again",
    "10006, NO, final",
    "10007, NO, final",
    "10008, UNKNOWN, final",
    "10009, DONE, final",
    "10010, PARTIAL, final",
    "10011, UNKNOWN, final",
    "10012, UNKNOWN, final",
    "10013, NO, final",
    "10014, NO, final",
    "10015, NO, final",
    "10016, NO, final",
    "10017, NO, final",
    "10018, NO, final",
    "10019, NO, final",
    "10020, NO, again",
    "10021, NO, again",
    "10022, NO, final",
    "10023, NO, final",
    "10024, NO, again",
    "10025, DONE, final",
    "10026, NO, final",
    "10027, NO, final",
    "10028, UNKNOWN, final",
    "10029, NO, final",
    "10030, NO, final",
    "10031, UNKNOWN, final",
    "10032, NO, final",
    "10033, NO, final",
    "10034, NO, final",
    "10035, NO, final",
    "10036, NO, final",
    "10038, NO, final",
    "10039, NO, final",
    "10040, NO, final",
    "10041, NO, final",
    "10042, NO, final",
    "10043, NO, final",
    "10044, NO, final",
    "10045, NO, final",
    "10046, NO, final"
  })
  void every_code_has_one_class(int code, Meaning meaning, String then) {
    Retcode found = Retcode.find(Integer.toString(code)).orElseThrow();
    assertThat(found.meaning()).isEqualTo(meaning);
    assertThat(found.passing()).isEqualTo(then.equals("again"));
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
