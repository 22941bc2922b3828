package io.bitten.local.market;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The platform's clock while a recording plays: it tells the recording's time, runs at a chosen
 * speed while nobody needs it, no further than {@link Pace} allows, and at the real one while it
 * says that somebody does, stops at the recording's end, and never goes back, not even over a
 * restart after a crash. To that end no time is told before a later one is on disk.
 */
public final class ReplayClock implements InstantSource, AutoCloseable {
  /** However long the machine slept, one look moves the clock at most by this much real time. */
  static final Duration LONGEST_STEP = Duration.ofSeconds(5);

  /** Real time that the mark on disk is ahead, and so what a crash can skip. */
  private static final Duration AHEAD = Duration.ofSeconds(2);

  private final Settings settings;
  private final LongSupplier nanoTime;
  private final Pace pace;
  private final ClockMark mark;
  private Instant now;
  private Instant promised;
  private long lookedAt;
  private boolean engaged;

  /**
   * @param start where a first run begins
   * @param end where the clock stops
   * @param speed recording seconds in a real second while nobody needs the clock; 0 stands still
   * @param file where the position is kept
   */
  public record Settings(Instant start, Instant end, double speed, Path file) {
    public Settings {
      if (end.isBefore(start)) {
        throw new IllegalArgumentException("the clock's end " + end + " is before " + start);
      }
      if (!(speed >= 0 && speed <= 1_000_000)) {
        throw new IllegalArgumentException("speed must be 0..1000000: " + speed);
      }
    }
  }

  /** What the clock would say about itself. */
  public record Position(Instant now, Instant end, boolean ended, boolean engaged, double speed) {
    /** One line for a person. */
    public String sentence() {
      if (ended) {
        return "the recording ended at %s; the clock stands still".formatted(end);
      }
      String times = BigDecimal.valueOf(engaged ? 1 : speed).stripTrailingZeros().toPlainString();
      return "replaying at %s, %sx, until %s"
          .formatted(now.truncatedTo(ChronoUnit.SECONDS), times, end);
    }
  }

  /**
   * Continues where the file says, or begins at the start.
   *
   * @param nanoTime a monotonic ticker of real time
   */
  public ReplayClock(Settings settings, Pace pace, LongSupplier nanoTime) {
    this.settings = settings;
    this.pace = pace;
    this.nanoTime = nanoTime;
    this.mark = new ClockMark(settings.file());
    this.now = earlier(later(mark.read().orElse(settings.start()), settings.start()));
    this.promised = now;
    this.lookedAt = nanoTime.getAsLong();
    this.engaged = pace.engaged();
  }

  @Override
  public Instant instant() {
    boolean wanted = pace.engaged();
    synchronized (this) {
      long looked = nanoTime.getAsLong();
      long passed = Math.clamp(looked - lookedAt, 0, LONGEST_STEP.toNanos());
      lookedAt = Math.max(looked, lookedAt);
      moveTo(allowed(now.plusNanos((long) (passed * rate()))));
      engaged = wanted;
      return now;
    }
  }

  /** Moves the clock on by hand, at most to the end. */
  public Instant advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("the clock never goes back: " + step);
    }
    synchronized (this) {
      instant();
      moveTo(now.plus(step));
      return now;
    }
  }

  public boolean ended() {
    return !instant().isBefore(settings.end());
  }

  public Position position() {
    Instant moment = instant();
    boolean ended = !moment.isBefore(settings.end());
    return new Position(moment, settings.end(), ended, pace.engaged(), settings.speed());
  }

  /** Keeps the exact position; the clock may be read on, and is then ahead of the file again. */
  @Override
  public synchronized void close() {
    mark.write(now);
    promised = now;
  }

  private Instant allowed(Instant target) {
    Instant limit = engaged ? Instant.MAX : later(pace.runsTo(), now);
    return target.isAfter(limit) ? limit : target;
  }

  private double rate() {
    return engaged ? 1 : settings.speed();
  }

  private void moveTo(Instant target) {
    Instant moved = earlier(target);
    if (moved.isAfter(promised)) {
      Instant ahead = earlier(moved.plusNanos((long) (AHEAD.toNanos() * Math.max(1, rate()))));
      mark.write(ahead);
      promised = ahead;
    }
    now = moved;
  }

  private Instant earlier(Instant moment) {
    return moment.isAfter(settings.end()) ? settings.end() : moment;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
