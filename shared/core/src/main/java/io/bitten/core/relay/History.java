package io.bitten.core.relay;

import java.util.List;

/** The broker's deals since a moment, or why they are not to be had. */
public sealed interface History {

  /** Every deal since the asked moment, from a connected terminal. */
  record Complete(List<Deal> deals) implements History {
    public Complete {
      deals = List.copyOf(deals);
    }
  }

  /** Exits that happen to be known; there may be other deals. Proves nothing by what it lacks. */
  record ExitsOnly(List<Deal> deals) implements History {
    public ExitsOnly {
      deals = List.copyOf(deals);
    }
  }

  /** This route never has a history. */
  record NotOffered() implements History {}

  /** No answer now; says nothing about what happened. */
  record Incomplete(String why) implements History {}
}
