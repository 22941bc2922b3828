package io.bitten.local.market;

/**
 * How the price walked inside one bar: ticks every {@link #TICK_MILLIS} from the open over one
 * extreme to the other and on to the close. Which extreme comes first, when, and the small noise
 * between are drawn from the seed, so the same bar always tells the same story; each of the bar's
 * four prices is reached and none is exceeded, on both sides.
 */
final class BarPath {
  static final long TICK_MILLIS = 500;

  /** How many ticks one step of the noise lasts. */
  private static final int NOISE_TICKS = 8;

  /** The noise is at most this part of the bar's range. */
  private static final int NOISE_PART = 30;

  private final RecordedBar bar;
  private final long seed;
  private final int ticks;
  private final int[] anchors;
  private final long[] bids;
  private final long[] spreads;

  BarPath(RecordedBar bar, long seed, long lengthMillis) {
    this.bar = bar;
    this.seed = Mixed.of(seed, bar.opened().toEpochMilli());
    this.ticks = (int) (lengthMillis / TICK_MILLIS);
    Side bid = bar.bid();
    Side ask = bar.ask();
    boolean highFirst = (this.seed & 1) == 0;
    int last = ticks - 1;
    int first = last * (15 + Mixed.below(25, Mixed.of(this.seed, 1))) / 100;
    int second = last * (55 + Mixed.below(30, Mixed.of(this.seed, 2))) / 100;
    anchors = new int[] {0, first, second, last};
    long high = ask.high() - bid.high();
    long low = ask.low() - bid.low();
    bids =
        highFirst
            ? new long[] {bid.open(), bid.high(), bid.low(), bid.close()}
            : new long[] {bid.open(), bid.low(), bid.high(), bid.close()};
    spreads =
        new long[] {
          ask.open() - bid.open(),
          highFirst ? high : low,
          highFirst ? low : high,
          ask.close() - bid.close()
        };
  }

  int ticks() {
    return ticks;
  }

  /** The tick that was current so long after the bar's open. */
  Tick after(long millis) {
    return at((int) Math.min(millis / TICK_MILLIS, ticks - 1L));
  }

  Tick at(int index) {
    int leg = index < anchors[1] ? 0 : index < anchors[2] ? 1 : 2;
    int from = anchors[leg];
    int to = anchors[leg + 1];
    long bid = clamp(between(bids, leg, index) + noise(index, from, to), bar.bid());
    long ask = clamp(bid + between(spreads, leg, index), bar.ask());
    return new Tick(bar.opened().plusMillis(index * TICK_MILLIS), bid, Math.max(bid, ask));
  }

  private long between(long[] values, int leg, int index) {
    int from = anchors[leg];
    int to = anchors[leg + 1];
    return values[leg] + (values[leg + 1] - values[leg]) * (index - from) / (to - from);
  }

  private long noise(int index, int from, int to) {
    if (index == from || index == to) {
      return 0;
    }
    double size = (double) (bar.bid().high() - bar.bid().low()) / NOISE_PART;
    int step = index / NOISE_TICKS;
    double before = Mixed.signed(Mixed.of(seed, 3, step));
    double after = Mixed.signed(Mixed.of(seed, 3, step + 1L));
    double part = (double) (index % NOISE_TICKS) / NOISE_TICKS;
    return Math.round(size * (before + (after - before) * part));
  }

  private static long clamp(long value, Side side) {
    return Math.clamp(value, side.low(), side.high());
  }
}
