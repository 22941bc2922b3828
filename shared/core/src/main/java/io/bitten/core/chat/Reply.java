package io.bitten.core.chat;

/** One answer of the chat desk: a new message, or a new face of the message that was tapped. */
sealed interface Reply {
  record Say(Card card, Subject subject) implements Reply {}

  /** The card of a subject: new, or the message that shows the subject already. */
  record Show(Card card, Subject subject, long version) implements Reply {}

  record Change(Card card) implements Reply {}

  record Silence() implements Reply {}

  static Reply say(Card card) {
    return new Say(card, new Subject.Nothing());
  }

  static Reply say(Html html) {
    return say(Card.text(html.toString()));
  }

  static Reply change(Html html) {
    return new Change(Card.text(html.toString()));
  }
}
