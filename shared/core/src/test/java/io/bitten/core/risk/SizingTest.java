package io.bitten.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.market.Lots;
import io.bitten.core.market.SymbolSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked sizing vectors: contract size times a cross rate kept as a fraction. */
class SizingTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // name, risk, distance, rate numerator, denominator, commission, lots, at risk
    "EURUSD in USD,             200,   0.00250, 100000, 1,      0, 0.80, 200.00",
    "USDJPY at 150,             200,   0.300,   100000, 150,    0, 1.00, 200.00",
    "EURJPY through USDJPY,     200,   0.400,   100000, 150,    0, 0.75, 200.00",
    "EURGBP through GBPUSD,     200,   0.00200, 127000, 1,      0, 0.78, 198.12",
    "XAUUSD 100 oz,             200,   8.50,    100,    1,      0, 0.23, 195.50",
    "EURUSD on a EUR account,   200,   0.00250, 100000, 1.085,  0, 0.86, 198.16",
    "EURUSD on a JPY account,   30000, 0.00250, 15000000, 1,    0, 0.80, 30000.00",
    "EURUSD with 500 USD,       10,    0.00600, 100000, 1,      0, 0.01, 6.00",
    "with commission,           200,   0.00250, 100000, 1,      7, 0.77, 197.89",
    "with a slippage reserve,   200,   0.00265, 100000, 1,      7, 0.73, 198.56",
    "USDCAD at 1.36,            200,   0.00340, 100000, 1.36,   0, 0.80, 200.00",
    "GBPJPY through USDJPY,     200,   0.600,   100000, 150,    0, 0.50, 200.00",
    "capped by the terminal,    20000, 0.00020, 100000, 1,      0, 50,   1000.00",
  })
  void the_worked_vectors_come_out_to_the_lot_step(
      String name,
      BigDecimal risk,
      BigDecimal distance,
      BigDecimal numerator,
      BigDecimal denominator,
      BigDecimal commission,
      BigDecimal lots,
      BigDecimal atRisk) {
    Sizing sizing = new Sizing(distance, new LossRate(numerator, denominator), commission);
    Optional<Lots> sized = sizing.lots(risk, Some.spec());
    assertThat(sized).contains(new Lots(lots));
    assertThat(sizing.loss(sized.orElseThrow()).setScale(2, RoundingMode.HALF_UP))
        .isEqualByComparingTo(atRisk);
  }

  @Test
  void less_than_the_smallest_volume_is_no_trade() {
    Sizing sixtyPips = sizing("0.00600");
    assertThat(sixtyPips.lots(new BigDecimal("4"), Some.spec())).isEmpty();
  }

  @Test
  void a_coarse_volume_step_rounds_down() {
    SymbolSpec coarse = SomeVolumes.of("0.1", "0.1", "50");
    assertThat(sizing("0.00243").lots(new BigDecimal("200"), coarse)).contains(Lots.of("0.8"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 0.01,  50.005,  50.00",
    "0.01, 0.03,  100,     99.99",
    "0.05, 0.02,  0.05,    none",
    "0.001, 0.001, 7.0005, 7.000"
  })
  void the_largest_volume_counts_by_the_steps_that_fit_into_it(
      String minimum, String step, String maximum, String expected) {
    assertThat(
            sizing("0.00010")
                .lots(new BigDecimal("1000000"), SomeVolumes.of(minimum, step, maximum))
                .map(Lots::toString)
                .orElse("none"))
        .isEqualTo(expected);
  }

  @Test
  void a_loss_that_cannot_be_written_out_is_rounded_up() {
    Sizing third =
        new Sizing(
            BigDecimal.ONE, new LossRate(BigDecimal.ONE, BigDecimal.valueOf(3)), BigDecimal.ZERO);
    assertThat(third.loss(Lots.of("1")).multiply(BigDecimal.valueOf(3)))
        .isGreaterThanOrEqualTo(BigDecimal.ONE);
  }

  @Test
  void over_random_specs_the_loss_never_exceeds_the_risk_and_one_step_more_would() {
    long seed = 20260101;
    Random random = new Random(seed);
    for (int i = 0; i < 100_000; i++) {
      BigDecimal risk = decimal(random, 5_000_00, 2);
      BigDecimal distance = decimal(random, 2_000, 5);
      LossRate rate = new LossRate(decimal(random, 20_000_000, 2), decimal(random, 20_000, 2));
      Sizing sizing = new Sizing(distance, rate, decimal(random, 1_000, 2));
      Optional<Lots> lots = sizing.lots(risk, Some.spec());
      if (lots.isEmpty() || lots.get().equals(Some.spec().volumeMax())) {
        continue;
      }
      Lots more = new Lots(lots.get().value().add(Some.spec().volumeStep().value()));
      assertThat(exactly(sizing, lots.get(), risk)).as("seed %s case %s", seed, i).isTrue();
      assertThat(exactly(sizing, more, risk)).as("seed %s case %s", seed, i).isFalse();
    }
  }

  /** Whether lots x (distance x num / den + commission) is within the risk, without dividing. */
  private static boolean exactly(Sizing sizing, Lots lots, BigDecimal risk) {
    BigDecimal loss =
        sizing
            .distance()
            .multiply(sizing.rate().numerator())
            .add(sizing.commission().multiply(sizing.rate().denominator()))
            .multiply(lots.value());
    return loss.compareTo(risk.multiply(sizing.rate().denominator())) <= 0;
  }

  private static BigDecimal decimal(Random random, int bound, int scale) {
    return BigDecimal.valueOf(1 + random.nextInt(bound), scale);
  }

  private static Sizing sizing(String distance) {
    return new Sizing(
        new BigDecimal(distance),
        new LossRate(new BigDecimal("100000"), BigDecimal.ONE),
        BigDecimal.ZERO);
  }
}
