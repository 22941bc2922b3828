package io.bitten.local.market;

/**
 * A price that somebody waits for.
 *
 * @param level in points
 */
public record Watch(Quoted side, Reach reach, long level) {
  /** Which of the two prices is watched. */
  public enum Quoted {
    BID,
    ASK
  }

  /** From which direction the level is reached; touching it is enough. */
  public enum Reach {
    AT_OR_BELOW,
    AT_OR_ABOVE
  }

  long of(Tick tick) {
    return switch (side) {
      case BID -> tick.bid();
      case ASK -> tick.ask();
    };
  }

  boolean touchedBy(Tick tick) {
    return reached(of(tick));
  }

  /** Whether any tick of the bar can touch the level; decides without walking its path. */
  boolean possibleIn(RecordedBar bar) {
    Side prices =
        switch (side) {
          case BID -> bar.bid();
          case ASK -> bar.ask();
        };
    return switch (reach) {
      case AT_OR_BELOW -> prices.low() <= level;
      case AT_OR_ABOVE -> prices.high() >= level;
    };
  }

  private boolean reached(long price) {
    return switch (reach) {
      case AT_OR_BELOW -> price <= level;
      case AT_OR_ABOVE -> price >= level;
    };
  }
}
