package io.bitten.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.memory.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CachedSecretsTest {
  private final ManualTime time = new ManualTime(Some.NOW);
  private final CachedSecrets secrets = new CachedSecrets(this::asked, time);
  private String stored = "not-a-secret";
  private boolean away;
  private int questions;

  @Test
  void a_store_that_is_away_leaves_what_was_known_and_is_not_asked_again_at_once() {
    assertThat(secrets.read("key")).isEqualTo("not-a-secret");
    away = true;

    assertThat(secrets.read("key")).isEqualTo("not-a-secret");
    assertThat(secrets.read("key")).isEqualTo("not-a-secret");
    assertThat(questions).isEqualTo(2);

    away = false;
    stored = "not-a-secret-either";
    time.advance(Duration.ofSeconds(30));
    assertThat(secrets.read("key")).isEqualTo("not-a-secret-either");
  }

  @Test
  void what_was_never_read_cannot_be_made_up() {
    away = true;

    assertThatThrownBy(() -> secrets.read("key")).hasMessage("away");
  }

  private String asked(String id) {
    questions++;
    if (away) {
      throw new IllegalStateException("away");
    }
    return stored;
  }
}
