package io.bitten.local.sim;

import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Gate;
import io.bitten.core.relay.PositionClose;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the Expert Advisor does at its terminal, and what it reads there. */
final class ExpertTrades {
  private static final int TRIES = 3;
  private static final String FILLED = "filled";

  private final LastHop hop;
  private final Terminal terminal;
  private final Stage stage;
  private final Timeline time;
  private final ExpertJournal journal;
  private final ServerClock clock;

  /** Whether the terminal has loaded what its lists are made of. */
  enum Lists {
    WHOLE,
    LOADING
  }

  /** What it sees when it turns to a request. */
  record Sight(Lists lists, Gate flag) {}

  ExpertTrades(LastHop hop, Stage stage, ExpertJournal journal, Expert.Setting setting) {
    this.hop = hop;
    this.terminal = hop.terminal();
    this.stage = stage;
    this.time = stage.time();
    this.journal = journal;
    this.clock = setting.clock();
  }

  String account() {
    return ExpertTexts.account(snapshot());
  }

  private AccountSnapshot snapshot() {
    Broker broker = terminal.broker();
    return broker.snapshot(time.instant(), broker.positions());
  }

  /** An id or a magic of the journal, or a magic that the broker shows. */
  boolean known(ExpertRequest request) {
    return journal.knows(request)
        || request.opens()
            && (terminal.working().contains(request.magic())
                || terminal.broker().entry(request.magic()).isPresent());
  }

  /** Sends it once, when nothing stands against it at this very moment. */
  ExpertAnswer act(ExpertRequest request, Sight sight) {
    if (request.opens()) {
      stage.checks().entries().arrives(hop, request.entry());
    }
    boolean stale = request.opens() && request.epoch() < journal.epoch();
    journal.saw(request.epoch());
    journal.intend(request);
    Optional<ExpertAnswer> no =
        stale ? Optional.of(ExpertAnswer.no("STALE_EPOCH")) : refusal(request, sight);
    if (no.isPresent()) {
      return no.get();
    }
    return switch (request.command()) {
      case "open" -> opened(request.entry());
      case "close" -> closed(request, sight);
      case "modify" -> changed(request, sight);
      default -> ExpertAnswer.no("BAD_REQUEST");
    };
  }

  private Optional<ExpertAnswer> refusal(ExpertRequest request, Sight sight) {
    Instant latest = Instant.ofEpochSecond(time.instant().getEpochSecond()).plusMillis(999);
    if (!latest.isBefore(request.expiry())) {
      return no("EXPIRED");
    }
    if (!request.account().equals(terminal.account().value())) {
      return no("WRONG_ACCOUNT");
    }
    if (request.opens() && sight.flag() == Gate.SHUT) {
      return no("HALTED");
    }
    if (!terminal.connected()) {
      return no("NOT_CONNECTED");
    }
    boolean exits = request.command().equals("close");
    if (!exits && sight.lists() != Lists.WHOLE) {
      return no("NOT_SYNCED");
    }
    boolean unlisted = request.opens() && !terminal.lists(request.name());
    return unlisted ? no("NO_SYMBOL") : Optional.empty();
  }

  private static Optional<ExpertAnswer> no(String code) {
    return Optional.of(ExpertAnswer.no(code));
  }

  private ExpertAnswer opened(Entry entry) {
    stage.checks().entries().passes(hop, entry);
    return ExpertAnswer.sent(terminal.open(entry));
  }

  private ExpertAnswer closed(ExpertRequest request, Sight sight) {
    Optional<Position> there = terminal.broker().position(request.ticket());
    if (there.isEmpty() || !there.get().magic().equals(request.magic())) {
      return notThere(there, sight);
    }
    Answer answer = terminal.close(request.close(there.get()));
    return answer instanceof Answer.Done done && sight.lists() == Lists.WHOLE
        ? ExpertAnswer.sent(answer)
            .shown("success", done.ticket(), done.lots().value(), done.price().value())
        : ExpertAnswer.sent(answer);
  }

  private ExpertAnswer changed(ExpertRequest request, Sight sight) {
    Optional<Position> there = terminal.broker().position(request.ticket());
    if (there.isEmpty() || !there.get().magic().equals(request.magic())) {
      return notThere(there, sight);
    }
    Answer answer = terminal.modify(request.change());
    return answer instanceof Answer.DoneUntold
        ? ExpertAnswer.sent(answer)
            .shown("success", request.ticket(), BigDecimal.ZERO, BigDecimal.ZERO)
        : ExpertAnswer.sent(answer);
  }

  private static ExpertAnswer notThere(Optional<Position> other, Sight sight) {
    if (other.isPresent()) {
      return ExpertAnswer.no("MAGIC_NOT_OURS");
    }
    return ExpertAnswer.no(sight.lists() == Lists.WHOLE ? "POSITION_CLOSED" : "NOT_SYNCED");
  }

  /** A fill is told only as the broker shows it, and after its stop was seen to. */
  String tell(ExpertRequest request, ExpertAnswer answer) {
    if (request.opens() && answer.rejected()) {
      journal.free(request);
    }
    ExpertAnswer told = request.opens() && !answer.rejected() ? filled(request, answer) : answer;
    return ExpertTexts.result(request, told, account());
  }

  private ExpertAnswer filled(ExpertRequest request, ExpertAnswer answer) {
    Optional<Position> position = terminal.broker().position(request.magic());
    position.filter(ExpertTrades::naked).ifPresent(one -> secure(one, request));
    return position
        .map(one -> answer.shown(FILLED, one.ticket(), one.lots().value(), one.openPrice().value()))
        .or(
            () ->
                terminal
                    .broker()
                    .entry(request.magic())
                    .map(
                        deal ->
                            answer.shown(
                                FILLED,
                                deal.position(),
                                deal.lots().value(),
                                deal.price().value())))
        .orElse(answer);
  }

  /** Once a second: positions of ours whose stop is missing, whoever took it away. */
  void guard() {
    for (Position one : terminal.broker().ours()) {
      if (naked(one)) {
        journal.of(one.magic()).ifPresent(request -> secure(one, request));
      }
    }
  }

  private static boolean naked(Position one) {
    return one.stopLoss() instanceof Level.Absent;
  }

  /** A position keeps a stop, or it goes. */
  private void secure(Position one, ExpertRequest request) {
    for (int i = 0; i < TRIES; i++) {
      if (terminal.modify(request.guard(one.ticket())) instanceof Answer.DoneUntold) {
        return;
      }
    }
    LateFills late = stage.checks().late();
    if (!late.is(one.ticket()) || late.seen(one.ticket())) {
      terminal.close(
          new PositionClose(
              ExitChecks.NO_STOP,
              one.ticket(),
              one.symbol(),
              one.direction(),
              one.lots(),
              one.magic()));
    }
  }

  /** Questions change nothing and may be asked again. */
  ExpertAnswer inform(ExpertRequest request, Sight sight) {
    boolean whole =
        sight.lists() == Lists.WHOLE
            && request.account().equals(terminal.account().value())
            && !fails(request);
    return ExpertAnswer.told(
        whole
            ? ExpertTexts.list(listed(request), list(request))
                + ExpertTexts.orders(request, terminal.working())
            : ExpertTexts.incomplete(terminal.connected()));
  }

  private boolean fails(ExpertRequest request) {
    return switch (request.command()) {
      case "positions" -> terminal.silent();
      case "history" -> stage.faults().hit(Fault.LOOK_FAILS);
      default -> false;
    };
  }

  private static String listed(ExpertRequest request) {
    return request.command().equals("history") ? "deals" : request.command();
  }

  private List<String> list(ExpertRequest request) {
    ExpertTexts.View view = new ExpertTexts.View(terminal::name, clock.at(time.instant()));
    return switch (request.command()) {
      case "positions" -> {
        Map<Ticket, String> comments = terminal.broker().comments();
        yield terminal.shown(time.instant()).positions().stream()
            .map(one -> ExpertTexts.position(one, comments.getOrDefault(one.ticket(), ""), view))
            .toList();
      }
      case "history" ->
          terminal.broker().deals().stream().map(deal -> ExpertTexts.deal(deal, view)).toList();
      case "symbols" -> ExpertTexts.symbols(snapshot(), view);
      default -> List.of();
    };
  }
}
