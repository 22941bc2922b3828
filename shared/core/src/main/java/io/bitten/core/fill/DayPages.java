package io.bitten.core.fill;

import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.order.Exit;
import io.bitten.core.risk.BookRules;
import io.bitten.core.risk.RiskBook;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Turns a book to the day on which something ended, when that is reported before the account's
 * first look of the day: on the page of the day before, its result would count nowhere.
 */
final class DayPages {
  private final World world;

  DayPages(World world) {
    this.world = world;
  }

  /**
   * The book at the page of the exit's day, opened with the last balance that was seen. Left as it
   * is by an exit without a result, by one of a time to come, and while nothing was seen.
   */
  RiskBook at(RiskBook book, AccountId account, Exit exit) {
    if (!(exit instanceof Exit.Booked booked)
        || booked.at().isAfter(world.time().instant())
        || !book.day().date().isBefore(LocalDate.ofInstant(booked.at(), ZoneOffset.UTC))) {
      return book;
    }
    return world
        .accounts()
        .snapshot(account)
        .map(look -> BookRules.today(book, look.balance(), look.equity(), booked.at()))
        .orElse(book);
  }
}
