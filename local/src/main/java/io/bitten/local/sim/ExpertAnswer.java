package io.bitten.local.sim;

import io.bitten.core.account.Ticket;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Retcode;
import java.math.BigDecimal;

/**
 * What the Expert Advisor answers.
 *
 * @param ticket 0 when there is none
 * @param list what a question adds, with a comma before it
 */
record ExpertAnswer(
    String status,
    String code,
    long retcode,
    long ticket,
    BigDecimal volume,
    BigDecimal price,
    String list) {
  private static final ExpertAnswer NOTHING =
      new ExpertAnswer("unknown", "", 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, "");

  /** It may have happened. */
  static ExpertAnswer unknown() {
    return NOTHING;
  }

  /** Nothing was sent. */
  static ExpertAnswer no(String code) {
    return NOTHING.with("rejected", code, 0);
  }

  static ExpertAnswer told(String list) {
    return new ExpertAnswer("success", "", 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, list);
  }

  /** As the terminal's return code says it, before anybody looks what the broker shows. */
  static ExpertAnswer sent(Answer answer) {
    return switch (answer) {
      case Answer.Done done -> NOTHING.with("unknown", "", Retcode.DONE_CODE.code());
      case Answer.Partial part -> NOTHING.with("unknown", "", Retcode.DONE_PARTIAL.code());
      case Answer.DoneUntold done -> NOTHING.with("unknown", "", Retcode.DONE_CODE.code());
      case Answer.Pending pending -> NOTHING.with("unknown", "", Retcode.PLACED.code());
      case Answer.Unknown unknown -> NOTHING.with("unknown", "", Retcode.CONNECTION.code());
      case Answer.NotSent none -> no("NOT_CONNECTED");
      case Answer.No no ->
          NOTHING.with("rejected", "", Retcode.find(no.code()).orElseThrow().code());
    };
  }

  private ExpertAnswer with(String newStatus, String newCode, long newRetcode) {
    return new ExpertAnswer(newStatus, newCode, newRetcode, ticket, volume, price, list);
  }

  boolean rejected() {
    return status.equals("rejected");
  }

  /** The broker shows it. */
  ExpertAnswer shown(String newStatus, Ticket position, BigDecimal lots, BigDecimal at) {
    return new ExpertAnswer(newStatus, "", retcode, position.value(), lots, at, list);
  }
}
