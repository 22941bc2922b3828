package io.bitten.core.signal;

/** What the technical source saw in a candle. */
sealed interface Sight permits Sight.Nothing, Setup {

  record Nothing() implements Sight {}
}
