package io.bitten.local.market;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where a recording comes from and which of its rows were left out.
 *
 * @param origin a file name, or "generated, seed N"
 * @param spread whether the ask was read or assumed
 * @param rows data rows read
 * @param dropped how many rows were left out, by reason
 * @param examples the first {@link #MAX_EXAMPLES} of them, by line number
 */
public record Quality(
    String origin, Spread spread, int rows, Map<Flaw, Integer> dropped, List<Dropped> examples) {
  /** How many dropped rows are named. */
  public static final int MAX_EXAMPLES = 100;

  public Quality {
    dropped = Map.copyOf(dropped);
    examples = List.copyOf(examples);
  }

  /** Whether the ask side is a fact. */
  public enum Spread {
    RECORDED,
    ASSUMED,
    GENERATED
  }

  /** Why a row is unusable. */
  public enum Flaw {
    WRONG_FIELD_COUNT,
    BAD_TIME,
    TIME_NOT_INCREASING,
    NOT_A_NUMBER,
    NOT_A_BAR,
    ASK_BELOW_BID
  }

  /** One row left out; the line is counted from 1, the header being line 1. */
  public record Dropped(long line, Flaw flaw, String text) {}

  /** A recording that came from no file and has nothing to leave out. */
  static Quality generated(String origin, int rows) {
    return new Quality(origin, Spread.GENERATED, rows, new EnumMap<>(Flaw.class), List.of());
  }

  public int droppedRows() {
    return dropped.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** One line for a person. */
  public String summary() {
    String spreads =
        switch (spread) {
          case RECORDED -> "recorded spread";
          case ASSUMED -> "assumed spread";
          case GENERATED -> "generated";
        };
    return "%s: %d rows, %d left out%s, %s"
        .formatted(origin, rows, droppedRows(), droppedRows() == 0 ? "" : " " + dropped, spreads);
  }
}
