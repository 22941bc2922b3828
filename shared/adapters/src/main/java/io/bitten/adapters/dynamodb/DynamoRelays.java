package io.bitten.adapters.dynamodb;

import io.bitten.adapters.json.Json;
import io.bitten.core.fill.Relays;
import io.bitten.core.fill.Report;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the relays last said: one item a relay, and one a hop and scope for halts. */
public final class DynamoRelays implements Relays {
  /** Most relays that are looked at. */
  private static final int MOST = 1_000;

  private static final String RELAYS = "relays";
  private static final String AT = "at";
  private static final String EPOCH = "epoch";

  private final Table users;

  DynamoRelays(Table users) {
    this.users = users;
  }

  @Override
  public void keep(Report.Heartbeat beat) {
    Item item = Item.at(RELAYS, beat.relay()).with(AT, beat.at()).with(Item.DOC, Json.write(beat));
    users.putIf(item, Condition.absentOrAtMost(AT, Item.moment(beat.at())));
  }

  @Override
  public void keep(Report.HaltSeen receipt) {
    Item item =
        Item.at(partition(receipt.scope()), receipt.hop())
            .with(EPOCH, receipt.epoch())
            .with(Item.DOC, Json.write(receipt));
    AttributeValue epoch = AttributeValue.fromN(Long.toString(receipt.epoch()));
    users.putIf(item, Condition.absentOrBelow(EPOCH, epoch));
  }

  @Override
  public List<Report.HaltSeen> receipts(String scope) {
    return users.query(Range.after(partition(scope), ""), MOST).stream()
        .map(item -> Json.read(item.text(Item.DOC), Report.HaltSeen.class))
        .toList();
  }

  @Override
  public List<Report.Heartbeat> heardSince(Instant since) {
    return users.query(Range.after(RELAYS, ""), MOST).stream()
        .map(item -> Json.read(item.text(Item.DOC), Report.Heartbeat.class))
        .filter(beat -> !beat.at().isBefore(since))
        .toList();
  }

  private static String partition(String scope) {
    return "receipt#" + scope;
  }
}
