package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
