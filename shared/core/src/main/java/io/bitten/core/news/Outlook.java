package io.bitten.core.news;

/** What the calendar, as known at one moment, means for one pair at that moment. */
public sealed interface Outlook {

  /** A high-impact event of one of the pair's currencies is too near: no new trade. */
  record Blackout(NewsEvent event) implements Outlook {}

  /** A high-impact event comes while a signal of now would still be live, outside the blackout. */
  record Ahead(NewsEvent event) implements Outlook {}

  /** A medium-impact event is near, or a holiday thins the market. */
  record Uneasy(NewsEvent event) implements Outlook {}

  /** A fresh calendar shows nothing that matters. */
  record Calm() implements Outlook {}

  /** No calendar, or one too old to call the market calm. */
  record Unknown(String reason) implements Outlook {}
}
