package io.bitten.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.fill.Report;
import io.bitten.core.order.RelayCommand;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cloud and relay are not replaced at the same moment. */
final class WireVersionTest {
  private static final String ONE = ",\"wire_version\":1";

  static Stream<Arguments> everything() {
    return Stream.concat(
        SomeKinds.commands().stream().map(one -> Arguments.of(RelayCommand.class, one)),
        SomeKinds.reports().stream().map(one -> Arguments.of(Report.class, one)));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void every_command_and_report_says_its_version_once_behind_its_kind(
      Class<?> family, Object value) {
    String text = Json.write(value);

    assertThat(text).startsWith("{\"type\":\"" + Json.kindOf(value) + "\"" + ONE + ",");
    assertThat(text).containsOnlyOnce("wire_version");
  }

  @ParameterizedTest
  @MethodSource("everything")
  void a_text_of_before_there_were_versions_is_of_the_first(Class<?> family, Object value) {
    String old = Json.write(value).replace(ONE, "");

    assertThat((Object) Json.read(old, family)).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void another_version_is_refused_by_its_name(Class<?> family, Object value) {
    String next = Json.write(value).replace(ONE, ",\"wire_version\":2");

    assertThat(refused(next, family))
        .hasMessage("wire_version must be 1, the only version known here");
    assertThat(refused(next, family).field()).isEqualTo("wire_version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "11", "99999999999999999999", "1.0", "\"1\"", "null", "{}"})
  void nothing_but_the_whole_number_is_the_version(String said) {
    String text = Json.write(SomeKinds.commands().getFirst());

    assertThat(refused(text.replace(ONE, ",\"wire_version\":" + said), RelayCommand.class).field())
        .isEqualTo("wire_version");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"a_kind_to_come\",\"wire_version\":2}",
        "{\"type\":\"open\",\"header\":{\"id\":7},\"terms\":[[]],\"wire_version\":2}",
        "{\"wire_version\":2}"
      })
  void a_version_to_come_is_named_and_not_what_else_it_changed(String text) {
    assertThat(refused(text, RelayCommand.class).field()).isEqualTo("wire_version");
    assertThat(refused(text, Report.class).field()).isEqualTo("wire_version");
  }

  @Test
  void only_the_texts_own_member_counts() {
    String text = Json.write(SomeKinds.commands().getFirst());
    String deeper =
        text.replace(ONE, "").replace("\"header\":{", "\"header\":{\"wire_version\":2,");

    assertThat(Json.read(deeper, RelayCommand.class)).isEqualTo(SomeKinds.commands().getFirst());
    assertThat(refused(text.replace(ONE, ONE + ONE), RelayCommand.class))
        .hasMessageStartingWith("is not JSON");
  }

  @Test
  void what_crosses_no_border_says_no_version_of_it() {
    List<Object> others = List.of(Some.order(), Some.snapshot(), SomeKinds.events().getFirst());

    assertThat(others).map(Json::write).noneMatch(text -> text.contains("wire_version"));
  }

  private static BadJson refused(String text, Class<?> type) {
    BadJson bad = catchThrowableOfType(BadJson.class, () -> Json.read(text, type));
    assertThat(bad).as("%s is refused", text).isNotNull();
    return bad;
  }
}
