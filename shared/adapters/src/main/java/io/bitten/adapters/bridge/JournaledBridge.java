package io.bitten.adapters.bridge;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.terminal.SymbolNames;
import io.bitten.core.account.AccountId;
import io.bitten.core.market.Lots;
import io.bitten.core.order.RouteName;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Gate;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.Permit;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Route;
import io.bitten.core.relay.RouteHealth;
import io.bitten.core.relay.StopChange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;

/**
 * One account behind our own Expert Advisor: a file a request, which it carries out at most once.
 * Requests do not wait for each other. A request that could be withdrawn was not sent; one that was
 * taken and not answered is unknown, and its result is read when the same entry is asked for again.
 * The formats are in {@code mt5/PROTOCOL.md}.
 */
public final class JournaledBridge implements Route {
  private static final Duration LONGEST_QUESTION = Duration.ofSeconds(5);
  private static final int LOOKS_PER_INTERVAL = 10;
  private static final int LONGEST = 200;
  private static final Lots A_CHANGE_FILLS_NOTHING = Lots.of("0.01");

  private final AccountId account;
  private final BridgeSettings settings;
  private final InstantSource time;
  private final LongSupplier ticker;
  private final Pause pause;
  private final SymbolNames names;
  private final HaltFlag flag;
  private final RequestFiles files;
  private final BridgeFiles status;
  private final ResultLook looks;
  private final AtomicLong asked = new AtomicLong();

  public JournaledBridge(AccountId account, BridgeSettings settings, ClassicBridge.Around around) {
    this.account = account;
    this.settings = settings;
    this.time = around.time();
    this.ticker = around.ticker();
    this.pause = around.pause();
    this.names = new SymbolNames(settings.symbols());
    this.flag = new HaltFlag(settings.folder());
    this.files = new RequestFiles(settings.folder(), pause);
    this.status = new BridgeFiles(settings, ticker, pause);
    this.looks = new ResultLook(account, names);
  }

  @Override
  public RouteName name() {
    return RouteName.BRIDGE;
  }

  @Override
  public Answer open(Entry entry, Permit permit) {
    if (names.needsList(entry.symbol()) && !learned()) {
      return new Answer.NotSent("the terminal's symbol names could not be asked for");
    }
    Optional<String> symbol = names.terminalName(entry.symbol());
    if (symbol.isEmpty()) {
      return new Answer.No(
          "RELAY_SYMBOL_UNKNOWN", "The terminal has no single name for " + entry.symbol() + ".");
    }
    RequestLine request = RequestLine.open(account, entry, symbol.get());
    return act(request, permit, (line, result) -> ResultAnswers.entry(line, result, entry.lots()));
  }

  @Override
  public Answer close(PositionClose close) {
    return again(RequestLine.close(id("C"), account, close, expiry()), close.lots());
  }

  @Override
  public Answer modify(StopChange change) {
    return again(RequestLine.modify(id("M"), account, change, expiry()), A_CHANGE_FILLS_NOTHING);
  }

  @Override
  public Gate.Answer gate(Gate wanted) {
    return HaltStatus.confirmed(flag.set(wanted), wanted, status);
  }

  @Override
  public Look look() {
    try {
      if (status.status().isEmpty()) {
        return new Look.Incomplete("the EA's status is missing, not whole or too old");
      }
      Instant at = time.instant();
      RequestLine symbols = question("symbols", 0);
      RequestLine positions = question("positions", 0);
      files.tidy(at);
      files.put(symbols);
      files.put(positions);
      try {
        return looks.look(answer(positions), answer(symbols), at);
      } finally {
        files.drop(symbols.id());
      }
    } catch (Unanswered | BadJson | IllegalArgumentException e) {
      return new Look.Incomplete(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public History history(Instant since) {
    try {
      return new History.Complete(looks.deals(ask("history", since.getEpochSecond())));
    } catch (Unanswered | BadJson | IllegalArgumentException e) {
      return new History.Incomplete(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public RouteHealth health() {
    try {
      return status
          .status()
          .map(told -> health(told))
          .orElseGet(() -> new RouteHealth.Down("no EA writes its status in " + settings.folder()));
    } catch (BadJson e) {
      return new RouteHealth.Down(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void reset() {
    names.list(Set.of());
  }

  private RouteHealth health(Fields told) {
    Fields money = told.object("account");
    String terminal = money.whole("login") + "@" + money.text("server", LONGEST);
    if (!told.text("profile", LONGEST).equals("journaled")) {
      return new RouteHealth.Down("the EA does not speak the journaled profile");
    }
    if (!terminal.equals(account.value())) {
      return new RouteHealth.Down("the terminal is on " + terminal + ", not " + account);
    }
    boolean ready = told.flag("connected") && told.flag("trade_allowed") && money.flag("hedging");
    String says = "the EA says: " + told.text("message", LONGEST);
    return ready ? new RouteHealth.Up(says) : new RouteHealth.Down(says);
  }

  private Answer again(RequestLine request, Lots lots) {
    return act(request, Permit.always(), (line, result) -> ResultAnswers.again(line, result, lots));
  }

  private Answer act(
      RequestLine request, Permit permit, BiFunction<RequestLine, Fields, Answer> reader) {
    Optional<Fields> earlier = files.result(request.id());
    if (earlier.isPresent()) {
      files.acknowledge(request.id());
      return reader.apply(request, earlier.get());
    }
    if (!permit.holds()) {
      return new Answer.NotSent("what spoke for it ended before it was written");
    }
    return switch (files.put(request)) {
      case NOT_WRITTEN -> new Answer.NotSent("the request could not be written");
      case IN_DOUBT -> new Answer.Unknown("the request may or may not have been written");
      case PUBLISHED -> await(request, reader);
    };
  }

  private Answer await(RequestLine request, BiFunction<RequestLine, Fields, Answer> reader) {
    Optional<Fields> result = result(request, settings.tradeTimeout());
    if (result.isPresent()) {
      files.acknowledge(request.id());
      return reader.apply(request, result.get());
    }
    return files.withdraw(request.id())
        ? new Answer.NotSent("the EA did not take it, and it was taken back")
        : new Answer.Unknown("the EA took it and did not answer in time");
  }

  /** Waits no longer than given, nor after the deadline for a request that is still not taken. */
  private Optional<Fields> result(RequestLine request, Duration longest) {
    long start = ticker.getAsLong();
    Optional<Fields> result = files.result(request.id());
    while (result.isEmpty() && ticker.getAsLong() - start < longest.toNanos()) {
      if (!time.instant().isBefore(request.deadline()) && files.waiting(request.id())) {
        return result;
      }
      pause.pause(settings.checkInterval().dividedBy(LOOKS_PER_INTERVAL));
      result = files.result(request.id());
    }
    return result;
  }

  private boolean learned() {
    try {
      looks.learn(ask("symbols", 0));
      return true;
    } catch (Unanswered | BadJson e) {
      return false;
    }
  }

  private Fields ask(String command, long argument) {
    RequestLine request = question(command, argument);
    files.put(request);
    return answer(request);
  }

  private Fields answer(RequestLine request) {
    Optional<Fields> result = result(request, LONGEST_QUESTION);
    files.drop(request.id());
    return result.orElseThrow(() -> new Unanswered("the EA did not answer in time"));
  }

  private RequestLine question(String command, long argument) {
    RequestLine.Question question = new RequestLine.Question(command, argument);
    return RequestLine.ask(id("Q"), account, question, time.instant().plus(LONGEST_QUESTION));
  }

  private Instant expiry() {
    return time.instant().plus(settings.tradeTimeout());
  }

  /** By count and tick never given twice, by no process; the 0 is taken before entries. */
  private String id(String kind) {
    String now = Long.toString(time.instant().toEpochMilli(), Character.MAX_RADIX);
    String tick = Long.toUnsignedString(ticker.getAsLong(), Character.MAX_RADIX);
    return "0" + kind + now + "N" + tick + "N" + asked.incrementAndGet();
  }

  /** A question got no answer. */
  private static final class Unanswered extends RuntimeException {
    private Unanswered(String message) {
      super(message);
    }
  }
}
