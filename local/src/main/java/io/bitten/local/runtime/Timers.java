package io.bitten.local.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.local.template.Places;
import io.bitten.local.template.ScheduleExpression;
import io.bitten.local.template.Trigger.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs the template's timers by the platform's clock, which may be faster than the wall's. A timer
 * runs once at a time; ticks that were missed meanwhile become one, the latest. A rate also ticks
 * at the start, as it does in the cloud when the schedule is made.
 */
final class Timers {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How often the clock is looked at. */
  private static final Duration LOOK = Duration.ofMillis(10);

  /** Ticks looked through to find the latest missed one. */
  private static final int MOST_MISSED = 10_000;

  private final InstantSource time;
  private final ErrorLines errors;
  private final List<Entry> entries = new ArrayList<>();
  private final Thread loop = Thread.ofVirtual().name("timers").unstarted(this::run);
  private volatile boolean open = true;

  Timers(InstantSource time, ErrorLines errors) {
    this.time = time;
    this.errors = errors;
  }

  void add(FunctionPool pool, Timer timer) {
    entries.add(new Entry(pool, timer, time.instant()));
  }

  void start() {
    loop.start();
  }

  private void run() {
    while (open) {
      Instant now = time.instant();
      entries.forEach(it -> it.look(now));
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  void stop() {
    open = false;
  }

  boolean drained(Duration most) throws InterruptedException {
    boolean drained = loop.getState() == Thread.State.NEW || loop.join(most);
    for (Entry entry : entries) {
      drained &= entry.running.join(most);
    }
    return drained;
  }

  private final class Entry {
    private final FunctionPool pool;
    private final Timer timer;
    private Instant due;
    private Thread running = Thread.ofVirtual().start(() -> {});

    Entry(FunctionPool pool, Timer timer, Instant now) {
      this.pool = pool;
      this.timer = timer;
      this.due =
          switch (timer.expression()) {
            case ScheduleExpression.Rate _ -> now;
            case ScheduleExpression.Cron cron -> cron.after(now);
          };
    }

    void look(Instant now) {
      if (now.isBefore(due) || running.isAlive()) {
        return;
      }
      byte[] event = event(latest(now));
      due = timer.expression().after(now);
      running = Thread.ofVirtual().name("timer " + timer.name()).start(() -> fire(event));
    }

    private Instant latest(Instant now) {
      Instant tick = due;
      for (int missed = 0; missed < MOST_MISSED; missed++) {
        Instant next = timer.expression().after(tick);
        if (next.isAfter(now)) {
          break;
        }
        tick = next;
      }
      return tick;
    }

    private void fire(byte[] event) {
      try {
        pool.invoke(event);
      } catch (InterruptedException e) {
        errors.print(pool.function().id(), "", "stopped while a timer's run was waiting");
      }
    }

    private byte[] event(Instant tick) {
      String at = tick.truncatedTo(ChronoUnit.SECONDS).toString();
      if (!timer.input().isEmpty()) {
        return timer
            .input()
            .replace("<aws.scheduler.scheduled-time>", at)
            .getBytes(StandardCharsets.UTF_8);
      }
      Places places = Places.unknown();
      ObjectNode event = JSON.createObjectNode();
      event.put("version", "0").put("id", UUID.randomUUID().toString());
      event.put("detail-type", "Scheduled Event").put("source", "aws.scheduler");
      event.put("account", places.account()).put("time", at).put("region", places.region());
      event.putArray("resources").add(places.arn("scheduler", "schedule/default/" + timer.name()));
      event.put("detail", "{}");
      return event.toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
