package io.bitten.adapters.dynamodb;

import io.bitten.core.Digest;
import io.bitten.core.chat.Inbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Handled ids. DynamoDB deletes late, so the given clock decides whether an id still counts. */
public final class DynamoInbox implements Inbox {
  private static final String SEEN = "seen";
  private static final String UNTIL = "until";
  private static final String BY = "by";

  private final Table inbox;
  private final Expiry expiry;
  private final InstantSource time;

  DynamoInbox(Table inbox, Expiry expiry) {
    this.inbox = inbox;
    this.expiry = expiry;
    this.time = expiry.platform();
  }

  @Override
  public Optional<String> by(String door, String id) {
    return inbox
        .get(partition(door, id), SEEN)
        .filter(item -> time.instant().toEpochMilli() < item.number(UNTIL))
        .map(item -> item.has(BY) ? item.text(BY) : "");
  }

  @Override
  public void remember(String door, String id, String by, Instant until) {
    long untilMs = until.toEpochMilli();
    Item item =
        Item.at(partition(door, id), SEEN)
            .with(UNTIL, untilMs)
            .with(BY, by)
            .with(Item.TTL, expiry.secondsFor(until));
    inbox.putIf(
        item, Condition.absentOrAtMost(UNTIL, AttributeValue.fromN(Long.toString(untilMs))));
  }

  /** A stranger's id may be of any length and content, a key may not. */
  private static String partition(String door, String id) {
    return "seen#" + door + "#" + (id.matches("[!-~]{1,200}") ? id : Digest.hex(id));
  }
}
