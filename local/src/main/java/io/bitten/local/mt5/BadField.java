package io.bitten.local.mt5;

/** A field of a request that is missing, of the wrong type or out of range. */
final class BadField extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  BadField(String field, String sentence) {
    super(sentence, null, false, false);
    this.field = field;
  }

  String field() {
    return field;
  }
}
