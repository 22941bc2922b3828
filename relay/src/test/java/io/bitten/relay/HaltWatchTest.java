package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.account.UserId;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.memory.MemoryHalts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a relay keeps its proof young over many accounts, and what it forgets. */
final class HaltWatchTest {
  private static final Duration PROOF = Duration.ofSeconds(10);
  private static final HaltScope MINE = new HaltScope.OneUser(Some.USER);

  private final MemoryHalts stored = new MemoryHalts();
  private final CutOffHalts halts = new CutOffHalts(stored);
  private final List<Halt> news = new ArrayList<>();
  private long now;
  private final HaltWatch watch = new HaltWatch(halts, () -> now, PROOF, news::add);

  @Test
  void a_thousand_watched_scopes_are_proven_by_ten_requests() {
    List<HaltScope> scopes = watched(1_000);

    watch.refresh();

    assertThat(halts.reads()).hasSize(10).allMatch(size -> size == 100);
    assertThat(watch.standing(scopes)).isEqualTo(new HaltWatch.Verdict.Passes());
  }

  @Test
  void a_scope_whose_request_failed_is_not_proven_and_every_other_is() {
    List<HaltScope> scopes = watched(250);
    watch.refresh();
    now += PROOF.toNanos();
    halts.gone(scopes.get(120)::equals);

    assertThatThrownBy(watch::refresh).isInstanceOf(IllegalStateException.class);

    now += 1;
    assertThat(watch.standing(scopes.subList(0, 100))).isEqualTo(new HaltWatch.Verdict.Passes());
    assertThat(watch.standing(scopes.subList(200, 250))).isEqualTo(new HaltWatch.Verdict.Passes());
    assertThat(scopes.subList(100, 200))
        .allMatch(one -> watch.standing(List.of(one)) instanceof HaltWatch.Verdict.Unproven);
  }

  @Test
  void more_accounts_than_are_kept_of_others_are_all_proven_and_none_forgotten() {
    List<HaltScope> scopes = watched(1_500);
    watch.refresh();
    IntStream.range(0, 2_000).forEach(i -> watch.take(Drill.active(user("other-" + i), 1)));

    assertThat(watch.standing(scopes)).isEqualTo(new HaltWatch.Verdict.Passes());
    stored.write(Drill.active(scopes.getLast(), 1));
    watch.refresh();
    assertThat(watch.newest(scopes.getLast())).isEqualTo(Drill.active(scopes.getLast(), 1));
    assertThat(watch.newest(user("other-0"))).isEqualTo(Halt.never(user("other-0")));
    assertThat(watch.newest(user("other-1999"))).isEqualTo(Drill.active(user("other-1999"), 1));
  }

  @Test
  void a_scope_that_is_watched_no_more_is_read_when_an_order_asks() {
    watch.watch(MINE);
    watch.refresh();
    watch.unwatch(MINE);
    stored.write(Drill.active(MINE, 1));
    now += PROOF.toNanos() + 1;
    watch.refresh();

    assertThat(watch.newest(MINE)).isEqualTo(Halt.never(MINE));
    assertThat(watch.check(Some.order())).isEqualTo(new HaltWatch.Verdict.Stopped(MINE, 1));
    assertThat(news).containsExactly(Drill.active(MINE, 1));
  }

  @Test
  void a_table_put_back_to_an_older_halt_proves_nothing_until_it_has_caught_up() {
    watch.watch(MINE);
    watch.refresh();
    watch.take(Drill.lifted(MINE, 2));
    now += PROOF.toNanos() + 1;

    watch.refresh();
    assertThat(watch.standing(List.of(MINE))).isInstanceOf(HaltWatch.Verdict.Unproven.class);
    assertThat(watch.check(Some.order())).isEqualTo(new HaltWatch.Verdict.Stopped(MINE, 2));

    stored.write(Drill.active(MINE, 1));
    stored.write(Drill.lifted(MINE, 2));
    watch.refresh();
    assertThat(watch.standing(List.of(MINE))).isEqualTo(new HaltWatch.Verdict.Passes());
  }

  /** The order of a map that is not sorted is another one in each process. */
  @Test
  void news_is_heard_in_the_order_it_was_asked_for_whatever_the_order_of_the_answer() {
    List<HaltScope> scopes = watched(20);
    scopes.forEach(scope -> stored.write(Drill.active(scope, 1)));
    halts.answers(SequencedMap::reversed);

    watch.refresh();

    assertThat(news).extracting(Halt::scope).containsExactlyElementsOf(scopes);
  }

  private List<HaltScope> watched(int count) {
    List<HaltScope> scopes =
        IntStream.range(0, count).<HaltScope>mapToObj(i -> user("tg-" + i)).toList();
    scopes.forEach(watch::watch);
    return scopes;
  }

  private static HaltScope user(String id) {
    return new HaltScope.OneUser(new UserId(id));
  }
}
