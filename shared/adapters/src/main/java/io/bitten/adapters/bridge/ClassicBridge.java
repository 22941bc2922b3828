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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * One account behind the file bridge's classic profile. An instruction whose result never came is
 * unknown; nothing is written while one is unread or its result outstanding.
 */
public final class ClassicBridge implements Route {
  private final BridgeSettings settings;
  private final InstantSource time;
  private final LongSupplier ticker;
  private final Pause pause;
  private final SymbolNames names;
  private final HaltFlag flag;
  private final BridgeSlot slot;
  private final BridgeFiles files;
  private final BridgeLook looks;
  private final BridgeMemory memory;
  private final ReentrantLock lock = new ReentrantLock();

  /** The world around a bridge. */
  public record Around(InstantSource time, LongSupplier ticker, Pause pause) {}

  public ClassicBridge(AccountId account, BridgeSettings settings, Around around) {
    this.settings = settings;
    this.time = around.time();
    this.ticker = around.ticker();
    this.pause = around.pause();
    this.names = new SymbolNames(settings.symbols());
    this.flag = new HaltFlag(settings.folder());
    this.slot = new BridgeSlot(settings, ticker, pause);
    this.files = new BridgeFiles(settings, ticker, pause);
    this.looks = new BridgeLook(account, settings.currency(), names);
    this.memory = new BridgeMemory(settings.currency());
  }

  @Override
  public RouteName name() {
    return RouteName.BRIDGE;
  }

  @Override
  public Answer open(Entry entry, Permit permit) {
    String symbol = names.terminalName(entry.symbol()).orElse(entry.symbol().code());
    String line =
        String.join(
            ",",
            entry.id().value(),
            symbol,
            entry.direction().name(),
            entry.lots().toString(),
            "0",
            entry.takeProfit().toString(),
            entry.stopLoss().toString());
    return send(new Instruction(entry.id().value(), line, entry.lots(), entry.deadline(), permit));
  }

  @Override
  public Answer close(PositionClose close) {
    if (settings.closes() == BridgeSettings.Closes.NOT_AT_ALL) {
      return new Answer.No(
          "BRIDGE_CANNOT_CLOSE", "This Expert Advisor only opens; close it in the terminal.");
    }
    String symbol = names.terminalName(close.symbol()).orElse(close.symbol().code());
    String line =
        String.join(
            ",",
            close.id(),
            symbol,
            "CLOSE",
            close.lots().toString(),
            close.ticket().toString(),
            "0",
            "0");
    return send(new Instruction(close.id(), line, close.lots(), Instant.MAX, Permit.always()));
  }

  @Override
  public Answer modify(StopChange change) {
    return new Answer.No("BRIDGE_CANNOT_MODIFY", "This Expert Advisor cannot change a stop.");
  }

  /** Whether a classic Expert Advisor heeds the flag cannot be known: it is only told. */
  @Override
  public Gate.Answer gate(Gate wanted) {
    return flag.set(wanted);
  }

  @Override
  public Look look() {
    files.results().forEach(memory::take);
    try {
      Optional<Fields> status = files.status();
      if (status.isEmpty()) {
        return new Look.Incomplete("the EA's status is missing, not whole or too old");
      }
      status.get().maybeObject("account").map(BridgeText::funds).ifPresent(memory::take);
      Optional<BridgeRecord.Funds> funds = memory.funds();
      Look look =
          funds.isEmpty()
              ? new Look.Incomplete("the EA has not told the account's money yet")
              : looks.look(status.get(), funds.get(), time.instant());
      if (look instanceof Look.Complete complete) {
        complete.snapshot().positions().forEach(memory::seen);
      }
      return look;
    } catch (BadJson | IllegalArgumentException e) {
      return new Look.Incomplete(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public History history(Instant since) {
    return new History.ExitsOnly(memory.exits(time.instant()));
  }

  @Override
  public RouteHealth health() {
    try {
      boolean connected = files.status().map(status -> status.flag("connected")).orElse(false);
      return connected
          ? new RouteHealth.Up("the EA in " + settings.folder() + " is connected")
          : new RouteHealth.Down("no connected EA writes its status in " + settings.folder());
    } catch (BadJson e) {
      return new RouteHealth.Down(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void reset() {
    files.results().forEach(memory::take);
  }

  /** One line for the EA, good until the deadline. */
  private record Instruction(String id, String line, Lots lots, Instant deadline, Permit permit) {}

  private Answer send(Instruction instruction) {
    if (!lock.tryLock()) {
      return new Answer.NotSent("the slot is in use");
    }
    try {
      if (slot.held() instanceof BridgeSlot.Held.By by) {
        if (result(by.id(), instruction.lots()).isEmpty()) {
          return new Answer.NotSent("the slot waits for the result of " + by.id());
        }
        slot.release();
      }
      if (slot.unread()) {
        return new Answer.NotSent("the EA has not read the last instruction");
      }
      if (!time.instant().isBefore(instruction.deadline())) {
        return new Answer.NotSent("its time was up before it was written");
      }
      if (!instruction.permit().holds()) {
        return new Answer.NotSent("what spoke for it ended before it was written");
      }
      return switch (slot.write(instruction.id(), instruction.line())) {
        case PUBLISHED -> await(instruction);
        case NOT_WRITTEN -> new Answer.NotSent("the instruction could not be written");
        case IN_DOUBT -> new Answer.Unknown("the instruction may or may not have been written");
      };
    } finally {
      lock.unlock();
    }
  }

  private Answer await(Instruction instruction) {
    long start = ticker.getAsLong();
    while (ticker.getAsLong() - start < settings.tradeTimeout().toNanos()) {
      Optional<Answer> answer = result(instruction.id(), instruction.lots());
      if (answer.isPresent()) {
        slot.release();
        return answer.get();
      }
      if (slot.unread() && !time.instant().isBefore(instruction.deadline())) {
        return new Answer.Unknown(
            slot.withdraw() ? "not taken in time, and taken back" : "taken at the deadline");
      }
      pause.pause(settings.checkInterval());
    }
    String taken = slot.withdraw() ? "the EA never took it" : "the EA took it";
    return new Answer.Unknown(
        taken + "; no result within " + settings.tradeTimeout().toMillis() + " ms");
  }

  private Optional<Answer> result(String id, Lots lots) {
    for (BridgeRecord record : files.results()) {
      memory.take(record);
      if (record instanceof BridgeRecord.Outcome outcome && outcome.id().equals(id)) {
        return Optional.of(BridgeAnswers.read(outcome, lots));
      }
    }
    return Optional.empty();
  }
}
