package io.bitten.local.sim;

import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.OrderId;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.StopChange;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/** One request as the Expert Advisor reads it from its file. */
record ExpertRequest(String id, List<String> parts) {
  private static final int FIELDS = 16;
  private static final Set<String> QUESTIONS = Set.of("positions", "history", "account", "symbols");

  /** Empty when it is not whole. */
  static Optional<ExpertRequest> read(String id, String text) {
    String line = text.strip();
    int last = line.lastIndexOf(',');
    List<String> parts = List.of(line.split(","));
    boolean whole =
        text.endsWith("\n")
            && parts.size() == FIELDS
            && parts.get(0).equals("BITTEN1")
            && parts.get(8).equals(id)
            && "%08X".formatted(sum(line.substring(0, last))).equals(parts.get(FIELDS - 1));
    return whole ? Optional.of(new ExpertRequest(id, parts)) : Optional.empty();
  }

  private static long sum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  String command() {
    return parts.get(1);
  }

  boolean asks() {
    return QUESTIONS.contains(command());
  }

  boolean opens() {
    return command().equals("open");
  }

  Instant expiry() {
    return Instant.ofEpochMilli(Long.parseLong(parts.get(2)));
  }

  long epoch() {
    return Long.parseLong(parts.get(3));
  }

  String account() {
    return parts.get(4);
  }

  Magic magic() {
    return new Magic(Long.parseLong(parts.get(5)));
  }

  Ticket ticket() {
    return new Ticket(Long.parseLong(parts.get(7)));
  }

  /** What it calls its pair, such as EURUSD.x; closes and changes say the pair's own code. */
  String name() {
    return parts.get(9);
  }

  private Symbol symbol() {
    return new Symbol(name().split("\\.")[0]);
  }

  private Lots lots() {
    return new Lots(new BigDecimal(parts.get(11)));
  }

  private Price stop() {
    return new Price(new BigDecimal(parts.get(14)));
  }

  Level target() {
    BigDecimal target = new BigDecimal(parts.get(13));
    return target.signum() > 0 ? Level.at(new Price(target)) : Level.absent();
  }

  Entry entry() {
    String[] order = id.split("-");
    return new Entry(
        new OrderId(order[0]),
        order.length > 1 ? Integer.parseInt(order[1]) : 1,
        magic(),
        symbol(),
        Direction.valueOf(parts.get(10)),
        lots(),
        stop(),
        new Price(new BigDecimal(parts.get(13))),
        Integer.parseInt(parts.get(6)),
        expiry(),
        epoch(),
        0);
  }

  /** Never of more lots than there are. */
  PositionClose close(Position there) {
    Lots most = lots().compareTo(there.lots()) < 0 ? lots() : there.lots();
    return new PositionClose(id, ticket(), symbol(), there.direction(), most, magic());
  }

  StopChange change() {
    return new StopChange(id, ticket(), symbol(), stop(), target(), magic());
  }

  /** What it wants its position's stop to be, for as long as the position lives. */
  StopChange guard(Ticket position) {
    return new StopChange(id, position, symbol(), stop(), target(), magic());
  }
}
