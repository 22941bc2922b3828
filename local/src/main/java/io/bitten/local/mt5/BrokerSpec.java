package io.bitten.local.mt5;

import io.bitten.core.market.Currency;
import java.math.BigDecimal;
import java.util.List;

/**
 * One simulated demo account at one simulated broker, in hedging mode.
 *
 * @param name begins with "sim", so that no screen can show it as a real one
 * @param openingBalance in the account's currency
 * @param commission what one lot costs each way, in the account's currency
 * @param worstSlippage how many points a market order may slip against the trader
 * @param mostPositions how many positions may be open at once
 */
public record BrokerSpec(
    String name,
    long login,
    String server,
    Currency currency,
    BigDecimal openingBalance,
    int leverage,
    BigDecimal commission,
    int worstSlippage,
    int mostPositions,
    List<Instrument> instruments) {
  public BrokerSpec {
    if (!name.matches("sim[A-Za-z0-9_-]{0,29}")) {
      throw new IllegalArgumentException("a simulated broker's name begins with sim: " + name);
    }
    if (leverage < 1 || worstSlippage < 0 || commission.signum() < 0) {
      throw new IllegalArgumentException("leverage, slippage or commission of " + name);
    }
    instruments = List.copyOf(instruments);
  }

  /**
   * A USD account of 10,000 at 1:100 that slips by up to two points, costs 3.50 a lot and way and
   * may hold 200 positions.
   */
  public static BrokerSpec usual(String name, long login, List<Instrument> instruments) {
    return new BrokerSpec(
        name,
        login,
        "BittenSim-Demo",
        new Currency("USD"),
        new BigDecimal("10000.00"),
        100,
        new BigDecimal("3.50"),
        2,
        200,
        instruments);
  }

  /** The same, but for how many positions may be open at once. */
  public BrokerSpec holding(int positions) {
    return new BrokerSpec(
        name,
        login,
        server,
        currency,
        openingBalance,
        leverage,
        commission,
        worstSlippage,
        positions,
        instruments);
  }
}
