package io.bitten.core.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The accounts the operator lends to people who try the platform. Each is lent to the people it is
 * set aside for, without such to the administrators; to everybody only where the operator says so.
 */
public record DemoPool(List<DemoAccount> accounts) {
  /** In the place of a Telegram id: whoever asks first. */
  public static final String EVERYBODY = "everybody";

  private static final String FORM = "login@server=telegram-id";

  public DemoPool {
    accounts = List.copyOf(accounts);
  }

  /**
   * @param entries {@code login@server:broker:currency} each
   * @param owners {@code login@server=telegram-id} each; several for one account are possible
   * @param admins Telegram ids that may borrow what nobody else is named for
   * @throws IllegalArgumentException in one sentence, also when an account would be lent to nobody
   */
  public static DemoPool parse(List<String> entries, List<String> owners, Set<Long> admins) {
    Map<String, Set<String>> named = named(owners);
    List<DemoAccount> accounts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String entry : entries) {
      String id = entry.strip().split(":")[0];
      require(seen.add(id), "an account is named twice: " + id);
      Set<String> people = named.getOrDefault(id, Set.of());
      accounts.add(DemoAccount.parse(entry, borrowers(id, people, admins)));
    }
    named.keySet().removeAll(seen);
    require(named.isEmpty(), "no such account is set aside: " + String.join(", ", named.keySet()));
    return new DemoPool(accounts);
  }

  private static Map<String, Set<String>> named(List<String> owners) {
    Map<String, Set<String>> named = new HashMap<>();
    for (String entry : owners) {
      String[] parts = entry.strip().split("=", -1);
      require(
          parts.length == 2 && (parts[1].equals(EVERYBODY) || parts[1].matches("[1-9][0-9]{0,18}")),
          "an owner must be " + FORM + ": " + entry);
      named.computeIfAbsent(parts[0], id -> new HashSet<>()).add(parts[1]);
    }
    return named;
  }

  private static Borrowers borrowers(String account, Set<String> named, Set<Long> admins) {
    if (named.contains(EVERYBODY)) {
      return new Borrowers.Everybody();
    }
    Set<UserId> people = new HashSet<>();
    named.forEach(id -> people.add(UserId.ofTelegram(Long.parseLong(id))));
    if (people.isEmpty()) {
      admins.forEach(id -> people.add(UserId.ofTelegram(id)));
    }
    require(
        !people.isEmpty(),
        "nobody is named whom "
            + account
            + " may be lent to ("
            + FORM
            + "), and there is no administrator");
    return new Borrowers.Only(people);
  }

  private static void require(boolean fits, String sentence) {
    if (!fits) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
