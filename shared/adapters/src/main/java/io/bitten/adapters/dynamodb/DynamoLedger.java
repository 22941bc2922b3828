package io.bitten.adapters.dynamodb;

import io.bitten.adapters.json.Json;
import io.bitten.core.Written;
import io.bitten.core.signal.Ledger;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.core.signal.LedgerHead;
import io.bitten.core.signal.SetupKey;
import io.bitten.core.signal.Signal;
import io.bitten.core.signal.SignalId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The chain in one partition, each signal in its own. One transaction moves the head, adds the
 * entry, the signal, its setup, its line among the live ones and its day's count.
 */
public final class DynamoLedger implements Ledger {
  /** Most signals that may be live at once; more are not listed. */
  private static final int MOST_LIVE = 500;

  private static final String CHAIN = "ledger";
  private static final String HEAD = "head";
  private static final String SEQ = "seq";
  private static final String HASH = "hash";
  private static final String PREVIOUS = "previous";
  private static final String BODY = "body";
  private static final String SIGNAL = "signal";
  private static final String ANNOUNCED = "announced";
  private static final String SETUP = "setup";
  private static final String LIVE = "live";
  private static final String COUNT = "count";

  private final Table signals;
  private final Expiry expiry;

  DynamoLedger(Table signals, Expiry expiry) {
    this.signals = signals;
    this.expiry = expiry;
  }

  @Override
  public LedgerHead head() {
    return signals
        .get(CHAIN, HEAD)
        .map(item -> new LedgerHead(item.number(SEQ), item.text(HASH)))
        .orElseGet(LedgerHead::empty);
  }

  @Override
  public Written append(Signal signal, LedgerEntry entry) {
    if (!entry.intact()) {
      throw new IllegalArgumentException("ledger entry " + entry.seq() + " has a wrong hash");
    }
    if (entry.seq() == 1 && !entry.previousHash().equals(LedgerEntry.GENESIS)) {
      return Written.STALE;
    }
    List<TransactWriteItem> writes =
        List.of(
            signals.write(head(entry), follows(entry)),
            signals.write(item(entry), Condition.absent()),
            signals.write(item(signal), Condition.absent()),
            signals.write(
                Item.at(partition(signal.setup()), SETUP).with(SIGNAL, signal.id().value()),
                Condition.absent()),
            signals.write(live(signal), Condition.absent()),
            countUp(signal.createdAt()));
    return switch (Transaction.run(signals.client(), writes)) {
      case Transaction.Outcome.Done done -> Written.STORED;
      case Transaction.Outcome.Refused refused -> Written.STALE;
    };
  }

  @Override
  public Optional<Signal> find(SignalId id) {
    return signals.get(partition(id), SIGNAL).map(DynamoLedger::signal);
  }

  @Override
  public Optional<Signal> find(SetupKey setup) {
    return signals
        .get(partition(setup), SETUP)
        .flatMap(item -> find(new SignalId(item.text(SIGNAL))));
  }

  @Override
  public List<Signal> live(Instant now, int limit) {
    return signals.query(Range.downTo(LIVE, millis(now)), MOST_LIVE).stream()
        .map(DynamoLedger::signal)
        .filter(signal -> signal.liveAt(now))
        .sorted(
            Comparator.comparing(Signal::createdAt)
                .thenComparing(signal -> signal.id().value())
                .reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public int countOn(Instant at) {
    return signals.get(day(at), COUNT).map(item -> (int) item.number(COUNT)).orElse(0);
  }

  @Override
  public List<LedgerEntry> entries(long fromSeq, int limit) {
    return signals.query(Range.from(CHAIN, sort(fromSeq)), limit).stream()
        .filter(item -> !item.text(Item.SK).equals(HEAD))
        .map(DynamoLedger::entry)
        .toList();
  }

  @Override
  public void markAnnounced(SignalId id) {
    signals.put(Item.at(partition(id), ANNOUNCED));
  }

  @Override
  public boolean announced(SignalId id) {
    return signals.get(partition(id), ANNOUNCED).isPresent();
  }

  private static Condition follows(LedgerEntry entry) {
    long stored = entry.seq() - 1;
    return stored == 0
        ? Condition.absent()
        : Condition.equal(HASH, AttributeValue.fromS(entry.previousHash()))
            .and(SEQ, AttributeValue.fromN(Long.toString(stored)));
  }

  private TransactWriteItem countUp(Instant at) {
    return TransactWriteItem.builder()
        .update(
            count ->
                count
                    .tableName(signals.name())
                    .key(Item.at(day(at), COUNT).key())
                    .updateExpression("ADD #c :one")
                    .expressionAttributeNames(Map.of("#c", COUNT))
                    .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))))
        .build();
  }

  private static Item head(LedgerEntry entry) {
    return Item.at(CHAIN, HEAD).with(SEQ, entry.seq()).with(HASH, entry.hash());
  }

  private static Item item(LedgerEntry entry) {
    return Item.at(CHAIN, sort(entry.seq()))
        .with(SEQ, entry.seq())
        .with(PREVIOUS, entry.previousHash())
        .with(BODY, entry.body())
        .with(HASH, entry.hash());
  }

  private static LedgerEntry entry(Item item) {
    return new LedgerEntry(item.number(SEQ), item.text(PREVIOUS), item.text(BODY), item.text(HASH));
  }

  private static Item item(Signal signal) {
    return Item.at(partition(signal.id()), SIGNAL).with(Item.DOC, Json.write(signal));
  }

  private Item live(Signal signal) {
    return Item.at(LIVE, millis(signal.expiresAt()) + "#" + signal.id())
        .with(Item.TTL, expiry.secondsFor(signal.expiresAt()))
        .with(Item.DOC, Json.write(signal));
  }

  private static Signal signal(Item item) {
    return Json.read(item.text(Item.DOC), Signal.class);
  }

  private static String partition(SignalId id) {
    return "signal#" + id;
  }

  private static String partition(SetupKey setup) {
    return "setup#" + setup.text();
  }

  private static String day(Instant at) {
    return "day#" + LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /** Entries sort before the head: digits come before letters. */
  private static String sort(long seq) {
    return "%012d".formatted(Math.max(0, seq));
  }

  private static String millis(Instant at) {
    return "%015d".formatted(at.toEpochMilli());
  }
}
