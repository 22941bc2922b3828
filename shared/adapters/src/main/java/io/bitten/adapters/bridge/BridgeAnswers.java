package io.bitten.adapters.bridge;

import io.bitten.core.account.Ticket;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Retcode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an EA's result proves. "rejected" is written before anything is sent; "failed" comes after
 * up to three calls to the broker and tells the last return code alone, so an earlier call may have
 * executed whatever that code says.
 */
final class BridgeAnswers {
  private static final Pattern CODE = Pattern.compile("\\b(100[0-9]{2})\\b");

  private BridgeAnswers() {}

  static Answer read(BridgeRecord.Outcome outcome, Lots asked) {
    Optional<Retcode> code = code(outcome.message());
    return switch (outcome.status()) {
      case "success", "filled" -> done(outcome, asked);
      case "rejected" ->
          code.map(known -> known.meaning() == Retcode.Meaning.NO).orElse(true)
              ? new Answer.No(code.map(Retcode::label).orElse("BRIDGE_REJECTED"), why(outcome))
              : unknown(outcome);
      default -> unknown(outcome);
    };
  }

  private static Answer done(BridgeRecord.Outcome outcome, Lots asked) {
    return outcome.ticket() > 0 && outcome.price().signum() > 0
        ? new Answer.Done(new Ticket(outcome.ticket()), new Price(outcome.price()), asked)
        : new Answer.DoneUntold(outcome.ticket() > 0 ? "(ticket " + outcome.ticket() + ")" : "");
  }

  private static Answer unknown(BridgeRecord.Outcome outcome) {
    return new Answer.Unknown(outcome.status() + ": " + outcome.message());
  }

  private static String why(BridgeRecord.Outcome outcome) {
    return outcome.message().isEmpty() ? "The EA said no." : outcome.message();
  }

  private static Optional<Retcode> code(String message) {
    Matcher found = CODE.matcher(message);
    return found.find() ? Retcode.find(found.group(1)) : Optional.empty();
  }
}
