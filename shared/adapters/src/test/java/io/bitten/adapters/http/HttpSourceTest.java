package io.bitten.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpSourceTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Map<String, String> SECRET = Map.of("api_key", "not-a-real-key");

  @Test
  void plain_http_to_another_machine_is_refused_before_anything_is_sent() {
    assertThatThrownBy(() -> new HttpSource(URI.create("http://prices.example/api"), TIMEOUT))
        .hasMessageContaining("https");
    assertThat(new HttpSource(URI.create("https://prices.example/api"), TIMEOUT)).isNotNull();
  }

  @Test
  void an_answer_beyond_the_limit_is_refused() throws IOException {
    try (Site site = new Site(asked -> new Site.Reply(200, "x".repeat(HttpSource.MAX_BYTES + 1)))) {
      HttpSource source = new HttpSource(site.address(""), TIMEOUT);

      assertThatThrownBy(() -> source.get("/big", Map.of()))
          .isInstanceOf(SourceUnavailable.class)
          .hasMessageContaining("more than");
    }
  }

  @Test
  void a_dead_source_is_named_without_the_query() throws IOException {
    Site site = new Site(asked -> new Site.Reply(200, ""));
    HttpSource source = new HttpSource(site.address(""), TIMEOUT);
    site.close();

    assertThatThrownBy(() -> source.get("/live", SECRET))
        .isInstanceOf(SourceUnavailable.class)
        .hasMessageContaining("/live")
        .satisfies(e -> assertThat(whole(e)).doesNotContain("not-a-real-key"));
  }

  @Test
  void an_error_status_is_an_answer_too() throws IOException {
    try (Site site = new Site(asked -> new Site.Reply(404, "gone"))) {
      HttpSource.Answer answer = new HttpSource(site.address(""), TIMEOUT).get("/x", SECRET);

      assertThat(answer.status()).isEqualTo(404);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("gone");
    }
  }

  /** The stack trace with all causes, as a log would show it. */
  private static String whole(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
