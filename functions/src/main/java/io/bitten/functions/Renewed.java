package io.bitten.functions;

import java.util.function.Function;
import java.util.function.Supplier;

/** Made of a secret when first used, and anew when the secret is another one. */
final class Renewed<T> implements Supplier<T> {
  private final Supplier<String> secret;
  private final Function<String, T> maker;
  private String madeOf = "";
  private T made;

  Renewed(Supplier<String> secret, Function<String, T> maker) {
    this.secret = secret;
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    String now = secret.get();
    if (made == null || !now.equals(madeOf)) {
      made = maker.apply(now);
      madeOf = now;
    }
    return made;
  }
}
