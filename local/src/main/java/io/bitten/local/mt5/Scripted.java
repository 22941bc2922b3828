package io.bitten.local.mt5;

import io.bitten.core.relay.Retcode;
import java.math.BigDecimal;

/** What the next trade request shall meet, for tests; each is used once, in order. */
public sealed interface Scripted {

  /** The server answers this and does nothing. */
  record Refuse(Retcode retcode) implements Scripted {}

  /** The trade is done and the answer is this one, such as PLACED or TIMEOUT. */
  record DoneButSays(Retcode retcode) implements Scripted {}

  /** At most so many lots are there. */
  record Partial(BigDecimal lots) implements Scripted {}

  /** The price slips by exactly so many points against the trader; negative is in favour. */
  record Slip(int points) implements Scripted {}

  /** The position is opened without its stops, as some brokers do. */
  record DropStops() implements Scripted {}

  /** Nothing special. */
  record Nothing() implements Scripted {}
}
