package io.bitten.relay.journal;

import io.bitten.adapters.json.Json;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Ticket;
import io.bitten.core.account.UserId;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.RouteName;
import java.time.Instant;

/** One fact as tab-separated text, so that a person can read a journal with any viewer. */
final class JournalText {
  private JournalText() {}

  static String write(JournalFact fact) {
    return switch (fact) {
      case JournalFact.Intent f ->
          row("INTENT", f.order(), f.attempt(), f.route(), f.deadline(), f.paramsHash());
      case JournalFact.Result f -> row("RESULT", f.order(), f.attempt(), f.answer());
      case JournalFact.Moving f -> row("MOVING", f.order(), f.version(), f.state());
      case JournalFact.Reported f -> row("REPORTED", f.order(), f.version());
      case JournalFact.OrphanUntold f -> row("ORPHAN", Json.write(f.seen()));
      case JournalFact.OrphanTold f -> row("ORPHAN_TOLD", f.account(), f.ticket(), f.what());
      case JournalFact.HaltTaken f -> halt(f.halt());
      case JournalFact.Owner f -> row("OWNER", f.account(), f.user());
      case JournalFact.Epoch f -> row("EPOCH", f.epoch(), f.bootId());
      case JournalFact.LeaseTaken f -> row("LEASE", f.group(), f.epoch());
    };
  }

  /**
   * @throws IllegalArgumentException when the text is not one of ours
   */
  static JournalFact read(String text) {
    String[] cells = text.split("\t", -1);
    if (cells[0].equals("MOVING") && cells.length == 3) {
      // A relay of before the state was noted with it; its journal must not be lost.
      return new JournalFact.Moving(
          new OrderId(cells[1]), Long.parseLong(cells[2]), JournalFact.Moving.NOT_NOTED);
    }
    if (cells[0].equals("CLEAR") && cells.length == 3
        || cells[0].equals("HALT") && cells.length == 6) {
      return new JournalFact.HaltTaken(oldHalt(cells));
    }
    if (cells.length != width(cells[0])) {
      throw new IllegalArgumentException("not a journal record: " + text);
    }
    return switch (cells[0]) {
      case "INTENT" ->
          new JournalFact.Intent(
              new OrderId(cells[1]),
              Integer.parseInt(cells[2]),
              RouteName.valueOf(cells[3]),
              Instant.parse(cells[4]),
              plain(cells[5]));
      case "RESULT" ->
          new JournalFact.Result(
              new OrderId(cells[1]), Integer.parseInt(cells[2]), plain(cells[3]));
      case "MOVING" ->
          new JournalFact.Moving(new OrderId(cells[1]), Long.parseLong(cells[2]), plain(cells[3]));
      case "REPORTED" -> new JournalFact.Reported(new OrderId(cells[1]), Long.parseLong(cells[2]));
      case "ORPHAN" -> new JournalFact.OrphanUntold(orphan(plain(cells[1])));
      case "ORPHAN_TOLD" -> told(cells);
      case "HALT", "LIFTED" -> new JournalFact.HaltTaken(halt(cells));
      case "LEASE" -> new JournalFact.LeaseTaken(plain(cells[1]), Long.parseLong(cells[2]));
      case "OWNER" -> new JournalFact.Owner(new AccountId(cells[1]), new UserId(cells[2]));
      case "EPOCH" -> new JournalFact.Epoch(Long.parseLong(cells[1]), plain(cells[2]));
      default -> throw new IllegalArgumentException("not a journal record: " + text);
    };
  }

  private static Report.OrphanSeen orphan(String json) {
    return (Report.OrphanSeen) Json.read(json, Report.class);
  }

  private static JournalFact.OrphanTold told(String[] cells) {
    return new JournalFact.OrphanTold(
        new AccountId(cells[1]), new Ticket(Long.parseLong(cells[2])), plain(cells[3]));
  }

  private static Halt halt(String[] cells) {
    HaltScope scope = scope(cells[1]);
    long epoch = Long.parseLong(cells[2]);
    String by = plain(cells[3]);
    String reason = plain(cells[4]);
    Instant at = Instant.parse(cells[5]);
    return cells[0].equals("LIFTED")
        ? new Halt.Lifted(scope, epoch, by, reason, at)
        : new Halt.Active(scope, epoch, Halt.Positions.valueOf(cells[6]), by, reason, at);
  }

  /** Of before a lifting said who and why, and a halt what becomes of positions. */
  private static Halt oldHalt(String[] cells) {
    HaltScope scope = scope(cells[1]);
    long epoch = Long.parseLong(cells[2]);
    return cells[0].equals("CLEAR")
        ? new Halt.Lifted(scope, epoch, "unknown", "not noted", Instant.EPOCH)
        : new Halt.Active(scope, epoch, plain(cells[3]), plain(cells[4]), Instant.parse(cells[5]));
  }

  /** A scope as one word: {@code everything}, {@code account:ID} or {@code user:ID}. */
  static String scope(HaltScope scope) {
    return switch (scope) {
      case HaltScope.Everything everything -> "everything";
      case HaltScope.OneAccount one -> "account:" + one.account();
      case HaltScope.OneUser one -> "user:" + one.user();
    };
  }

  private static HaltScope scope(String text) {
    if (text.equals("everything")) {
      return new HaltScope.Everything();
    }
    return text.startsWith("account:")
        ? new HaltScope.OneAccount(new AccountId(text.substring("account:".length())))
        : new HaltScope.OneUser(new UserId(text.substring("user:".length())));
  }

  private static String halt(Halt halt) {
    return switch (halt) {
      case Halt.Active h ->
          row("HALT", scope(h.scope()), h.epoch(), h.by(), h.reason(), h.at(), h.positions());
      case Halt.Lifted h -> row("LIFTED", scope(h.scope()), h.epoch(), h.by(), h.reason(), h.at());
      case Halt.Never h -> throw new IllegalArgumentException("nothing took effect: " + h);
    };
  }

  private static int width(String kind) {
    return switch (kind) {
      case "HALT" -> 7;
      case "INTENT", "LIFTED" -> 6;
      case "RESULT", "MOVING", "ORPHAN_TOLD" -> 4;
      case "ORPHAN" -> 2;
      default -> 3;
    };
  }

  private static String row(String kind, Object... cells) {
    StringBuilder text = new StringBuilder(kind);
    for (Object cell : cells) {
      text.append('\t').append(cell instanceof String raw ? escaped(raw) : cell.toString());
    }
    return text.toString();
  }

  private static String escaped(String raw) {
    return raw.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  private static String plain(String cell) {
    StringBuilder text = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c != '\\' || i + 1 == cell.length()) {
        text.append(c);
        continue;
      }
      char next = cell.charAt(++i);
      text.append(next == 't' ? '\t' : next == 'n' ? '\n' : next);
    }
    return text.toString();
  }
}
