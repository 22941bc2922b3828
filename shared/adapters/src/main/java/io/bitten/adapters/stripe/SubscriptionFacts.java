package io.bitten.adapters.stripe;

import io.bitten.adapters.json.Fields;
import io.bitten.core.account.Tier;
import io.bitten.core.account.UserId;
import io.bitten.core.billing.BillFact;
import io.bitten.core.billing.BillId;
import io.bitten.core.billing.BillStatus;
import io.bitten.core.billing.Stamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Stripe's subscription and checkout session say of whose it is and how it stands. */
final class SubscriptionFacts {
  private static final int LONGEST = 500;
  private static final String ITEMS = "items";

  /** The person's Telegram id, in the metadata of what our checkout makes. */
  private static final String PERSON = "tg_user_id";

  private static final String REFERENCE = "client_reference_id";
  private static final Pattern TELEGRAM_ID = Pattern.compile("[1-9][0-9]{0,15}");
  private static final Pattern REFERENCED = Pattern.compile("tg:([1-9][0-9]{0,15})");

  private SubscriptionFacts() {}

  /** Of a subscription as it is now; it names its person where it was sold with one. */
  static List<BillFact> of(Fields subscription, Stamp said) {
    BillId bill = StripeEvents.bill(subscription, "id");
    Fields item = item(subscription);
    List<BillFact> facts = new ArrayList<>();
    named(subscription).ifPresent(user -> facts.add(new BillFact.Holds(bill, user, said)));
    facts.add(
        new BillFact.Stands(
            bill,
            status(subscription),
            tier(item.object("price")),
            StripeEvents.second(item, "current_period_end"),
            said));
    return facts;
  }

  /** Of a finished checkout; one that sold no subscription says nothing. */
  static List<BillFact> ofCheckout(Fields session, Stamp said) {
    if (!session.text("mode", LONGEST).equals("subscription")) {
      return List.of();
    }
    BillId bill = StripeEvents.bill(session, "subscription");
    Optional<UserId> referenced = referenced(session);
    Optional<UserId> named = named(session);
    if (referenced.isPresent() && named.isPresent() && !referenced.equals(named)) {
      throw session.refuse(REFERENCE, "names another person than the metadata's " + PERSON);
    }
    UserId user =
        referenced
            .or(() -> named)
            .orElseThrow(() -> session.refuse(REFERENCE, "is missing: nobody is named"));
    return List.of(new BillFact.Holds(bill, user, said));
  }

  private static Fields item(Fields subscription) {
    List<Fields> items = subscription.object(ITEMS).objects("data", 20);
    if (items.size() != 1) {
      throw subscription.refuse(ITEMS, "must be one, a subscription is to one tier");
    }
    return items.getFirst();
  }

  private static BillStatus status(Fields subscription) {
    String status = subscription.text("status", LONGEST);
    return Arrays.stream(BillStatus.values())
        .filter(one -> lower(one).equals(status))
        .findFirst()
        .orElseThrow(() -> subscription.refuse("status", "must be one of " + all()));
  }

  private static String all() {
    return Arrays.stream(BillStatus.values())
        .map(SubscriptionFacts::lower)
        .collect(Collectors.joining(", "));
  }

  /** The tier whose name is the price's product, or its lookup key. */
  private static Tier tier(Fields price) {
    List<Tier> named =
        Stream.of("product", "lookup_key")
            .flatMap(field -> price.maybeText(field, LONGEST).stream())
            .flatMap(name -> Arrays.stream(Tier.values()).filter(one -> lower(one).equals(name)))
            .distinct()
            .toList();
    return switch (named.size()) {
      case 1 -> named.getFirst();
      case 0 -> throw price.refuse("product", "is no tier, and neither is the lookup_key");
      default -> throw price.refuse("product", "is another tier than the lookup_key");
    };
  }

  private static Optional<UserId> named(Fields holder) {
    return holder
        .maybeObject("metadata")
        .flatMap(
            metadata ->
                metadata
                    .maybeText(PERSON, LONGEST)
                    .map(
                        text -> {
                          if (!TELEGRAM_ID.matcher(text).matches()) {
                            throw metadata.refuse(PERSON, "must be a Telegram id");
                          }
                          return UserId.ofTelegram(Long.parseLong(text));
                        }));
  }

  private static Optional<UserId> referenced(Fields session) {
    return session
        .maybeText(REFERENCE, LONGEST)
        .map(
            text -> {
              var reference = REFERENCED.matcher(text);
              if (!reference.matches()) {
                throw session.refuse(REFERENCE, "must be tg: and a Telegram id");
              }
              return UserId.ofTelegram(Long.parseLong(reference.group(1)));
            });
  }

  private static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
