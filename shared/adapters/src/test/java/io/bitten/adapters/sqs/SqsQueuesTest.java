package io.bitten.adapters.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.adapters.json.Json;
import io.bitten.adapters.sign.CommandKeys;
import io.bitten.adapters.sign.CommandSigner;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Position;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Subject;
import io.bitten.core.chat.WayOut;
import io.bitten.core.fire.FireRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

final class SqsQueuesTest {
  private final FakeSqs sqs = new FakeSqs();
  private final SqsQueues queues =
      new SqsQueues(
          sqs,
          new QueueUrls(
              "updates", "fires", "orders", "exits", "halts", "messages", "billing", "reports"),
          new CommandSigner(CommandKeys.generate("k1").privateKey()));

  @Test
  void an_update_goes_to_its_chats_group_once() {
    Incoming said = SomeKinds.incoming().getFirst();

    queues.update(said);

    assertThat(sqs.sent.getFirst().queueUrl()).isEqualTo("updates");
    assertThat(sqs.sent.getFirst().messageGroupId()).isEqualTo("7001");
    assertThat(sqs.sent.getFirst().messageDeduplicationId()).isEqualTo("u1");
    assertThat(Json.read(sqs.sent.getFirst().messageBody(), Incoming.class)).isEqualTo(said);
  }

  @Test
  void what_closes_or_stops_waits_for_no_other_update_of_its_chat() {
    SqsQueues wired = wired();

    wired.update(said(1, "/history"));
    wired.update(said(2, "/panic"));
    wired.update(said(3, "/closeall"));

    assertThat(sqs.sent.stream().map(one -> one.messageGroupId()))
        .containsExactly("7001", "7001-out", "7001-out");
  }

  @Test
  void a_stop_does_not_overtake_the_lifting_before_it() {
    SqsQueues wired = wired();

    wired.update(said(1, "/recover it is over"));
    wired.update(said(2, "/emergency_stop"));

    assertThat(sqs.sent.stream().map(one -> one.messageGroupId()).distinct()).hasSize(1);
  }

  private SqsQueues wired() {
    return new SqsQueues(
        sqs,
        new QueueUrls(
            "updates", "fires", "orders", "exits", "halts", "messages", "billing", "reports"),
        command -> "",
        new WayOut(() -> "not-a-secret-only-a-test", "")::apart);
  }

  private static Incoming said(long update, String text) {
    return new Incoming.Said(update, new ChatId(7001), Some.USER, "Anna", text);
  }

  @Test
  void a_repeated_tap_has_the_same_name_and_another_tap_another() {
    queues.fire(new FireRequest(Some.OFFER, Some.USER, "tap-77", 77));
    queues.fire(new FireRequest(Some.OFFER, Some.USER, "tap-77", 77));
    queues.fire(new FireRequest(Some.OFFER, Some.USER, "tap-78", 77));

    assertThat(sqs.sent.stream().map(one -> one.messageDeduplicationId()))
        .containsExactly(Some.OFFER + ":tap-77", Some.OFFER + ":tap-77", Some.OFFER + ":tap-78");
    assertThat(sqs.sent).allMatch(one -> one.messageGroupId().equals("tg-7001"));
  }

  @Test
  void entries_and_exits_travel_on_different_queues() {
    SomeKinds.commands().forEach(queues::relay);

    assertThat(sqs.sent.stream().map(one -> one.queueUrl()))
        .containsExactly("orders", "exits", "exits", "exits", "exits");
    assertThat(sqs.sent).allMatch(one -> one.messageGroupId().equals("500123@Demo-Server"));
    assertThat(sqs.sent).allMatch(one -> one.messageBody().contains("\"signature\""));
  }

  @Test
  void twenty_five_messages_go_in_three_batches_in_order() {
    queues.message(posts(25, "hello"));

    assertThat(sqs.batches.stream().map(List::size)).containsExactly(10, 10, 5);
    assertThat(sqs.batches.stream().flatMap(List::stream).map(one -> one.messageDeduplicationId()))
        .containsExactlyElementsOf(IntStream.range(0, 25).mapToObj(n -> "k" + n).toList());
  }

  @Test
  void a_batch_never_has_more_bytes_than_the_service_takes() {
    queues.message(posts(10, "x".repeat(60_000)));

    assertThat(sqs.batches.stream().map(List::size)).containsExactly(4, 4, 2);
  }

  @Test
  void no_messages_are_no_call() {
    queues.message(List.of());

    assertThat(sqs.batches).isEmpty();
  }

  @Test
  void only_what_was_not_taken_is_sent_again() {
    sqs.refuseNext(List.of("1", "3"));

    queues.message(posts(5, "hello"));

    assertThat(sqs.batches).hasSize(2);
    assertThat(
            sqs.batches.get(1).stream().map(SendMessageBatchRequestEntry::messageDeduplicationId))
        .containsExactly("k1", "k3");
  }

  @Test
  void what_is_never_taken_is_an_error_that_names_it() {
    sqs.refuseNext(List.of("1"));
    sqs.refuseNext(List.of("0"));
    sqs.refuseNext(List.of("0"));

    assertThatThrownBy(() -> queues.message(posts(3, "hello")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("1 of 3 messages were not taken, the first is k1");
  }

  @Test
  void a_message_that_no_queue_takes_is_refused_before_it_is_sent() {
    assertThatThrownBy(() -> queues.billing("evt_1", "x".repeat(300_000)))
        .isInstanceOf(TooLarge.class)
        .hasMessage("message evt_1 has 300000 bytes, 262144 are the most");
    assertThatThrownBy(() -> queues.message(posts(1, "é".repeat(150_000))))
        .isInstanceOf(TooLarge.class);
    assertThat(sqs.sent).isEmpty();
  }

  @Test
  void a_stripe_event_travels_as_it_came() {
    queues.billing("evt_1", "{\"id\":\"evt_1\"}");

    assertThat(sqs.sent.getFirst().messageBody()).isEqualTo("{\"id\":\"evt_1\"}");
    assertThat(sqs.sent.getFirst().messageGroupId()).isNull();
  }

  @Test
  void a_name_that_sqs_would_refuse_goes_as_its_hash() {
    Outgoing odd = post("a key with spaces " + "x".repeat(200), "hello");

    queues.message(List.of(odd));

    assertThat(sqs.batches.getFirst().getFirst().messageDeduplicationId()).matches("[0-9a-f]{64}");
  }

  @Test
  void a_message_asked_for_again_comes_not_a_moment_too_early() {
    queues.messageAgain("receipt-1", Duration.ofMillis(3_001));
    queues.messageAgain("receipt-2", Duration.ofDays(2));

    assertThat(sqs.postponed).containsExactly("receipt-1 4", "receipt-2 43200");
  }

  @Test
  void each_report_is_named_by_what_it_reports() {
    SqsReports reports = new SqsReports(sqs, "reports");

    SomeKinds.reports().forEach(reports::send);

    assertThat(sqs.sent.stream().map(one -> one.messageDeduplicationId()))
        .containsExactly(
            "order:" + Some.ORDER + ":3",
            "moving:" + Some.ORDER + ":3",
            "seen:500123@Demo-Server:2024-01-02T10:00:00Z",
            "beat:relay-1:boot-1:2024-01-02T10:00:00Z",
            "halt:user-tg-7001:3:relay-vps-1",
            "lapsed:close-1",
            "lapsed:closeall-1",
            "orphan:900001:found:2024-01-02T10:00:00Z",
            "orphan:900002:found:2024-01-02T10:00:00Z",
            "orphan:900003:close_asked:2024-01-02T10:00:00Z",
            "orphan:900004:gone:2024-01-02T10:00:00Z",
            "orphan:900005:claimed:2024-01-02T10:00:00Z");
    assertThat(sqs.sent.stream().limit(3).map(one -> one.messageGroupId()))
        .containsOnly("500123@Demo-Server");
  }

  @Test
  void looks_at_many_accounts_go_in_batches_of_ten_and_one_too_large_holds_up_none() {
    SqsReports reports = new SqsReports(sqs, "reports");
    List<AccountSnapshot> looks =
        new ArrayList<>(IntStream.range(0, 11).mapToObj(n -> look(n, List.of())).toList());
    looks.add(3, look(99, Collections.nCopies(2_000, Some.position())));

    assertThatThrownBy(() -> reports.seen(looks)).isInstanceOf(TooLarge.class);

    assertThat(sqs.batches.stream().map(List::size)).containsExactly(10, 1);
    assertThat(sqs.batches.getFirst().getFirst().messageGroupId()).isEqualTo("0@Demo-Server");
    assertThat(sqs.sent).isEmpty();
  }

  private static AccountSnapshot look(int login, List<Position> positions) {
    AccountSnapshot some = Some.snapshot();
    return new AccountSnapshot(
        new AccountId(login + "@Demo-Server"),
        some.at(),
        some.balance(),
        some.equity(),
        some.margin(),
        some.freeMargin(),
        positions,
        some.quotes(),
        some.specs());
  }

  private static List<Outgoing> posts(int count, String text) {
    return IntStream.range(0, count).mapToObj(n -> post("k" + n, text)).toList();
  }

  private static Outgoing post(String key, String text) {
    return new Outgoing.Post(key, new ChatId(7001), Card.text(text), new Subject.Nothing());
  }
}
