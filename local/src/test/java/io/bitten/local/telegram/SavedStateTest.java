package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SavedStateTest {
  @TempDir Path folder;

  private Rig open() {
    return new Rig(LimitRules.TELEGRAM, new FileArchive(folder.resolve("data")));
  }

  @Test
  void chats_menus_and_updates_that_wait_survive_a_restart() {
    Rig before = open();
    int card = before.sendWithButtons("one", "[[{\"text\":\"A\",\"callback_data\":\"a\"}]]");
    before.done(
        "editMessageText",
        "chat_id",
        "" + before.chat,
        "message_id",
        "" + card,
        "parse_mode",
        "HTML",
        "text",
        "<b>two</b> <pre><code class=\"language-json\">{}</code></pre>");
    before.done("setMyCommands", "commands", "[{\"command\":\"a\",\"description\":\"b\"}]");
    before.sim.add(new Person(4711, "Admin", "the_admin"));
    long group = before.sim.group("Signals");
    before.sim.close();

    Rig after = open();
    assertThat(after.sim.messages(after.chat)).isEqualTo(before.sim.messages(before.chat));
    assertThat(after.sim.people()).isEqualTo(before.sim.people());
    assertThat(after.done("getMyCommands")).hasSize(1);
    assertThat(after.done("getUpdates").get(0).at("/message/text").asText()).isEqualTo("/start");
    after.done("sendMessage", "chat_id", "" + group, "text", "x");
    assertThat(after.sim.say(after.chat, "next").id()).isEqualTo(card + 1);
  }

  @Test
  void the_last_save_waits_for_one_that_is_being_written() throws InterruptedException {
    Meeting meeting = new Meeting();
    Rig rig = new Rig(LimitRules.TELEGRAM, meeting);
    meeting.other.set(new Thread(rig.sim::close));
    rig.send("one");
    rig.advanceSeconds(1);
    meeting.other.get().join();
    assertThat(meeting.saves).hasValue(2);
    assertThat(meeting.atOnce).isEqualTo(1);
  }

  @Test
  void a_crash_loses_only_the_last_moment() {
    Rig before = open();
    before.send("kept");
    before.advanceSeconds(1);
    before.send("lost");
    assertThat(open().sim.messages(before.chat))
        .extracting(SimMessage::text)
        .containsExactly("/start", "kept");
  }

  @Test
  void what_was_delivered_is_not_delivered_again_after_a_restart() {
    Rig before = open();
    before.done("setWebhook", "url", Rig.HOOK);
    before.advanceSeconds(1);
    Rig after = open();
    after.done("setWebhook", "url", Rig.HOOK);
    assertThat(after.post.all()).isEmpty();
    after.sim.say(after.chat, "x");
    assertThat(after.post.last().id()).isGreaterThan(before.post.last().id());
  }

  @Test
  void a_damaged_file_stops_the_start_and_is_left_alone() throws IOException {
    Path file = folder.resolve("data").resolve(FileArchive.NAME);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"format\":1,");
    assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class);
    assertThat(file).hasContent("{\"format\":1,");
  }

  /** While the first save is written, another thread saves too. */
  private static final class Meeting implements Archive {
    private final AtomicReference<Thread> other = new AtomicReference<>();
    private final AtomicInteger saves = new AtomicInteger();
    private final AtomicInteger writing = new AtomicInteger();
    private volatile int atOnce;

    @Override
    public Optional<String> load() {
      return Optional.empty();
    }

    @Override
    public void save(String json) {
      atOnce = Math.max(atOnce, writing.incrementAndGet());
      if (saves.incrementAndGet() == 1) {
        Thread late = other.get();
        late.start();
        while (late.getState() != Thread.State.BLOCKED
            && late.getState() != Thread.State.TERMINATED) {
          Thread.onSpinWait();
        }
      }
      writing.decrementAndGet();
    }
  }
}
