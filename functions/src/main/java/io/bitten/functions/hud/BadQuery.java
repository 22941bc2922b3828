package io.bitten.functions.hud;

/** A query parameter that is not what it must be. */
final class BadQuery extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final String sentence;

  BadQuery(String field, String sentence) {
    super(field + " " + sentence);
    this.field = field;
    this.sentence = sentence;
  }

  String field() {
    return field;
  }

  String sentence() {
    return sentence;
  }
}
