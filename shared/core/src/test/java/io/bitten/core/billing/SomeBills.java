package io.bitten.core.billing;

import io.bitten.core.Some;
import io.bitten.core.account.Tier;
import io.bitten.core.account.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What Stripe says of one subscription of {@link Some#USER}, a FANG whose month ends in 30 days.
 */
public final class SomeBills {
  public static final BillId SUB = new BillId("sub_1");
  public static final Instant PERIOD_END = Some.NOW.plusSeconds(30L * 86_400);

  private static final BillStatus[] STATUSES = BillStatus.values();
  private static final Tier[] TIERS = Tier.values();

  private SomeBills() {}

  public static Stamp said(int second, String event) {
    return new Stamp(Some.NOW.plusSeconds(second), event);
  }

  public static BillFact.Holds holds(int second) {
    return new BillFact.Holds(SUB, Some.USER, said(second, "evt_link_" + second));
  }

  public static BillFact.Stands stands(int second, BillStatus status) {
    return stands(second, status, Tier.FANG);
  }

  public static BillFact.Stands stands(int second, BillStatus status, Tier tier) {
    return new BillFact.Stands(
        SUB, status, tier, PERIOD_END, said(second, "evt_" + second + "_" + status));
  }

  public static BillFact.Failed failed(int second) {
    return new BillFact.Failed(SUB, said(second, "evt_failed_" + second));
  }

  public static BillFact.Paid paid(int second) {
    return new BillFact.Paid(SUB, said(second, "evt_paid_" + second));
  }

  /** The bill that these facts amount to. */
  public static Bill bill(BillFact... facts) {
    return bill(List.of(facts));
  }

  static Bill bill(List<BillFact> facts) {
    Bill bill = Bill.blank(SUB);
    for (BillFact fact : facts) {
      bill = BillingRules.after(bill, fact);
    }
    return bill;
  }

  /** Any facts at all, many of them in the same few seconds. */
  static List<BillFact> any(Random random) {
    List<BillFact> facts = new ArrayList<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      Stamp said = said(random.nextInt(6), "evt_" + random.nextInt(40));
      facts.add(
          switch (random.nextInt(5)) {
            case 0 -> new BillFact.Holds(SUB, UserId.ofTelegram(random.nextInt(3)), said);
            case 1 -> new BillFact.Paid(SUB, said);
            case 2 -> new BillFact.Failed(SUB, said);
            default ->
                new BillFact.Stands(
                    SUB,
                    STATUSES[random.nextInt(STATUSES.length)],
                    TIERS[random.nextInt(TIERS.length)],
                    PERIOD_END.plusSeconds(random.nextInt(2)),
                    said);
          });
    }
    return facts;
  }
}
