package io.bitten.adapters.json;

/**
 * A JSON text that is not what was agreed. The sentence is safe to show to whoever sent it.
 *
 * <p>Poison: the same text fails the same way again, so a queue's consumer lets it go to the dead
 * letters, and a door answers 400 with the field and the sentence.
 */
public final class BadJson extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final String sentence;

  BadJson(String field, String sentence) {
    super(field.isEmpty() ? sentence : field + " " + sentence);
    this.field = field;
    this.sentence = sentence;
  }

  BadJson(String field, String sentence, Throwable cause) {
    this(field, sentence);
    initCause(cause);
  }

  /** Where: {@code signal.verdicts[1].weight}, or empty when the text as a whole is wrong. */
  public String field() {
    return field;
  }

  /** What is wrong there, for a person: {@code must be one of BUY, SELL}. */
  public String sentence() {
    return sentence;
  }
}
