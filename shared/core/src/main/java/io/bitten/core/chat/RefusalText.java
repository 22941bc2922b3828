package io.bitten.core.chat;

/** A refusal as a trader reads it: the sentence, the change that would pass, the code. */
public final class RefusalText {
  private RefusalText() {}

  public static Html of(String code, String sentence, String remedy) {
    Html more = remedy.isEmpty() ? Html.empty() : Html.of(" ", remedy);
    return Html.of(Html.b("⛔ Not traded. "), sentence, more, " ", Html.code(code));
  }
}
