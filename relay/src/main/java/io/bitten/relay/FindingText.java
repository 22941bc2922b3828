package io.bitten.relay;

import io.bitten.core.account.Position;
import io.bitten.core.market.Level;
import io.bitten.core.order.Order;

/**
 * A finding for people.
 *
 * @param grade how much it matters
 * @param kind one word
 * @param sentence what it is and what is done about it
 */
public record FindingText(Grade grade, String kind, String sentence) {

  /** How much a finding matters. */
  public enum Grade {
    FINE,
    NOTE,
    ALARM
  }

  public static FindingText of(Finding finding) {
    return switch (finding) {
      case Finding.Matched f ->
          new FindingText(Grade.FINE, "matched", order(f.order()) + " is " + at(f.position()));
      case Finding.Adopted f -> note("adopted", order(f.order()) + " became " + at(f.position()));
      case Finding.Shared f ->
          alarm(
              "shared",
              "%s went into position %s of %s: the account nets and is halted"
                  .formatted(order(f.order()), f.ticket(), order(f.holder())));
      case Finding.Late f ->
          alarm(
              "late", order(f.order()) + " was executed late: " + at(f.position()) + " is closed");
      case Finding.Stranger f ->
          alarm(
              "stranger",
              at(f.position()) + " has a magic of ours and no order: the account is halted");
      case Finding.Foreign f -> note("foreign", at(f.position()) + " is not ours, left alone");
      case Finding.Ghost f ->
          note(
              "ghost",
              order(f.order()) + " has no position and no exit deal: kept until a deal tells");
      case Finding.LotsDiffer f ->
          note("lots", order(f.order()) + " has " + f.position().lots() + " lots now: recorded");
      case Finding.TooLarge f ->
          alarm(
              "too large",
              "%s has %s lots, more than the %s approved: counted, a person decides"
                  .formatted(order(f.order()), f.position().lots(), f.order().terms().lots()));
      case Finding.StopLost f ->
          alarm("stop lost", order(f.order()) + " has " + stop(f.position()) + ": put back");
      case Finding.StopNearer f ->
          note("stop nearer", order(f.order()) + " has " + stop(f.position()) + ": kept");
      case Finding.Annulled f ->
          alarm("annulled", "the broker took back a deal of position " + f.deal().position());
    };
  }

  private static FindingText note(String kind, String sentence) {
    return new FindingText(Grade.NOTE, kind, sentence);
  }

  private static FindingText alarm(String kind, String sentence) {
    return new FindingText(Grade.ALARM, kind, sentence);
  }

  private static String order(Order order) {
    return "order " + order.id() + " (" + order.state().label() + ")";
  }

  private static String at(Position position) {
    return "position %s, %s %s %s lots, magic %s"
        .formatted(
            position.ticket(),
            position.symbol(),
            position.direction(),
            position.lots(),
            position.magic());
  }

  private static String stop(Position position) {
    return switch (position.stopLoss()) {
      case Level.At at -> "its stop at " + at.price();
      case Level.Absent absent -> "no stop";
    };
  }
}
