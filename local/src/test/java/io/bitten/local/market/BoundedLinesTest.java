package io.bitten.local.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

  @Test
  void lines_end_as_on_any_system_and_the_last_may_not_end() throws IOException {
    assertThat(lines("a\nb\r\n\nc")).containsExactly("a", "b", "", "c");
    assertThat(lines("a\n")).containsExactly("a");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void a_line_over_the_buffers_edge_stays_whole() throws IOException {
    String ten = "123456789\n";

    assertThat(lines(ten.repeat(20_000))).hasSize(20_000).containsOnly("123456789");
  }

  @Test
  void a_longer_line_than_agreed_is_refused_by_its_number() {
    assertThatThrownBy(() -> lines("a\n" + "x".repeat(300_000)))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("line 2");
  }

  private static List<String> lines(String text) throws IOException {
    BoundedLines reader = new BoundedLines(new StringReader(text), 1_000);
    List<String> lines = new ArrayList<>();
    for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
      lines.add(line.get());
    }
    return lines;
  }
}
