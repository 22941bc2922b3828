package io.bitten.adapters.bridge;

import io.bitten.core.account.AccountId;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.StopChange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;

/**
 * One request of the journaled profile as its file holds it: sixteen fields on one line, the last
 * the CRC-32 of all before.
 *
 * @param id the file's name as well
 * @param text with the line's end
 * @param deadline the EA refuses it from then on
 */
record RequestLine(String id, String text, Instant deadline) {
  private static final String FORM = "BITTEN1";

  /** A second attempt is another request: the EA takes no id twice. */
  static RequestLine open(AccountId account, Entry entry, String symbol) {
    String id = entry.attempt() == 1 ? entry.id().value() : entry.id() + "-" + entry.attempt();
    return of(
        id,
        entry.deadline(),
        "open",
        String.valueOf(entry.deadline().toEpochMilli()),
        String.valueOf(entry.epoch()),
        account.value(),
        entry.magic().toString(),
        String.valueOf(entry.deviationPoints()),
        "0",
        id,
        symbol,
        entry.direction().name(),
        entry.lots().toString(),
        "0",
        entry.takeProfit().toString(),
        entry.stopLoss().toString());
  }

  static RequestLine close(String id, AccountId account, PositionClose close, Instant expiry) {
    return of(
        id,
        expiry,
        "close",
        String.valueOf(expiry.toEpochMilli()),
        "0",
        account.value(),
        close.magic().toString(),
        "0",
        close.ticket().toString(),
        id,
        close.symbol().code(),
        "CLOSE",
        close.lots().toString(),
        "0",
        "0",
        "0");
  }

  static RequestLine modify(String id, AccountId account, StopChange change, Instant expiry) {
    return of(
        id,
        expiry,
        "modify",
        String.valueOf(expiry.toEpochMilli()),
        "0",
        account.value(),
        change.magic().toString(),
        "0",
        change.ticket().toString(),
        id,
        change.symbol().code(),
        "STOPS",
        "0",
        "0",
        change.target().toPlainString(),
        change.stopLoss().toString());
  }

  /** A question, which changes nothing; the argument is what the command says it is. */
  record Question(String command, long argument) {}

  static RequestLine ask(String id, AccountId account, Question question, Instant expiry) {
    return of(
        id,
        expiry,
        question.command(),
        String.valueOf(expiry.toEpochMilli()),
        "0",
        account.value(),
        "0",
        "0",
        String.valueOf(question.argument()),
        id,
        "NONE",
        "NONE",
        "0",
        "0",
        "0",
        "0");
  }

  private static RequestLine of(String id, Instant deadline, String... fields) {
    String body = FORM + "," + String.join(",", fields);
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    return new RequestLine(id, "%s,%08X\n".formatted(body, crc.getValue()), deadline);
  }
}
