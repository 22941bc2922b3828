package io.bitten.functions.hud;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether Telegram knows our bot. A look counts for thirty seconds, so that nobody's reloading
 * reaches Telegram, and one that takes too long counts as no answer.
 */
final class TelegramLook {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramLook.class);
  private static final Duration COUNTS = Duration.ofSeconds(30);

  private final Supplier<String> botName;
  private final InstantSource time;
  private final Duration longest;
  private Instant countsUntil = Instant.MIN;
  private boolean answered;

  /**
   * @param botName asks Telegram; throws when it does not answer
   * @param time the real clock: Telegram does not live in a recording's time
   * @param longest how long its answer is waited for
   */
  TelegramLook(Supplier<String> botName, InstantSource time, Duration longest) {
    this.botName = botName;
    this.time = time;
    this.longest = longest;
  }

  synchronized boolean answers() {
    if (!time.instant().isBefore(countsUntil)) {
      answered = look();
      countsUntil = time.instant().plus(COUNTS);
    }
    return answered;
  }

  private boolean look() {
    FutureTask<String> name = new FutureTask<>(botName::get);
    Thread.ofVirtual().name("telegram").start(name);
    try {
      name.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      LOG.warn("Telegram does not tell the bot's name", e.getCause());
      return false;
    } catch (TimeoutException e) {
      LOG.warn("Telegram does not tell the bot's name within {}", longest);
      name.cancel(true);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Telegram was asked", e);
    }
  }
}
