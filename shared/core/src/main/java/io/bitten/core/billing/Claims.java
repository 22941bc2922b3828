package io.bitten.core.billing;

import io.bitten.core.account.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who was named as a subscription's holder, each once, who was named first before the others. It is
 * the first one's: a subscription stays with whom it was sold to.
 */
public record Claims(List<Claim> all) {
  /** Checkout and subscription name the same person; more names are a mistake, so many an error. */
  static final int MOST = 10;

  private static final Comparator<Claim> EARLIEST =
      Comparator.comparing(Claim::said).thenComparing(claim -> claim.user().value());

  /** That a person was named, and when first. */
  public record Claim(UserId user, Stamp said) {}

  public Claims {
    all = List.copyOf(all);
    if (all.size() > MOST) {
      throw new IllegalArgumentException("a bill must name at most " + MOST + " people");
    }
  }

  static Claims none() {
    return new Claims(List.of());
  }

  Claims with(UserId user, Stamp said) {
    Claim earliest =
        all.stream()
            .filter(claim -> claim.user().equals(user))
            .reduce(new Claim(user, said), (a, b) -> EARLIEST.compare(a, b) <= 0 ? a : b);
    return new Claims(
        Stream.concat(all.stream().filter(claim -> !claim.user().equals(user)), Stream.of(earliest))
            .sorted(EARLIEST)
            .toList());
  }

  Optional<UserId> holder() {
    return all.stream().findFirst().map(Claim::user);
  }
}
