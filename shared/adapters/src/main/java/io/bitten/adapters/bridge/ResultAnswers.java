package io.bitten.adapters.bridge;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.terminal.TerminalFields;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Retcode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What a journaled result proves. A return code is judged by its own table, whatever status the EA
 * gave it; a result of another request proves nothing.
 */
final class ResultAnswers {
  private static final int LONGEST = 500;

  /** The EA's reasons for not sending that may be gone the next moment. */
  private static final Set<String> PASSING =
      Set.of("EXPIRED", "NOT_CONNECTED", "NOT_SYNCED", "TRADE_NOT_ALLOWED");

  private ResultAnswers() {}

  /** For an entry: every refusal ends it. */
  static Answer entry(RequestLine request, Fields result, Lots asked) {
    try {
      return read(request, result, asked);
    } catch (BadJson | IllegalArgumentException e) {
      return new Answer.Unknown("the result cannot be read: " + e.getMessage());
    }
  }

  /** For what may be asked again: a refusal that passes was merely not sent. */
  static Answer again(RequestLine request, Fields result, Lots asked) {
    Answer answer = entry(request, result, asked);
    return answer instanceof Answer.No no && PASSING.contains(no.code())
        ? new Answer.NotSent("the EA refused it: " + no.code())
        : answer;
  }

  private static Answer read(RequestLine request, Fields result, Lots asked) {
    if (!result.text("id", LONGEST).equals(request.id())) {
      return new Answer.Unknown("the result is of " + result.text("id", LONGEST));
    }
    String status = result.text("status", LONGEST);
    return switch (status) {
      case "filled", "success" -> done(result, asked);
      case "rejected" -> refused(result);
      default -> new Answer.Unknown(status + ": " + message(result));
    };
  }

  private static Answer done(Fields result, Lots asked) {
    long ticket = result.whole("ticket");
    BigDecimal price = result.decimal("price");
    if (ticket <= 0 || price.signum() <= 0) {
      return new Answer.DoneUntold();
    }
    BigDecimal volume = TerminalFields.orZero(result, "volume");
    Lots lots = volume.signum() > 0 ? new Lots(volume) : asked;
    return lots.compareTo(asked) < 0
        ? new Answer.Partial(new Ticket(ticket), new Price(price), lots)
        : new Answer.Done(new Ticket(ticket), new Price(price), asked);
  }

  private static Answer refused(Fields result) {
    String code = result.text("code", LONGEST);
    long retcode = result.whole("retcode");
    Optional<Retcode> known = Retcode.find(retcode > 0 ? Long.toString(retcode) : code);
    if (known.isPresent()) {
      return known.get().meaning() == Retcode.Meaning.NO
          ? new Answer.No(known.get().label(), known.get().sentence())
          : new Answer.Unknown("rejected with " + known.get().label());
    }
    return retcode > 0 || code.isEmpty()
        ? new Answer.Unknown("rejected with return code " + retcode)
        : new Answer.No(code, "The Expert Advisor did not send it: " + code + ".");
  }

  private static String message(Fields result) {
    return result.maybeText("code", LONGEST).orElse("")
        + " "
        + result.maybeText("message", LONGEST).orElse("");
  }
}
