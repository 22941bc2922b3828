package io.bitten.adapters.farm;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.terminal.TerminalFields;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Retcode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer to a call that acts proves. Only no connection at all is "not sent", only a return
 * code that MT5 or an id-aware farm gives on its refusal is a "no"; whatever is in doubt is
 * unknown.
 */
final class FarmAnswers {
  private static final int LONGEST = 500;

  /** What farms say of themselves when they did not pass a request on. */
  private static final Set<String> FARM_REFUSALS =
      Set.of("BAD_REQUEST", "EXPIRED", "STALE_EPOCH", "HALTED");

  /**
   * What was asked, which the answer must be about.
   *
   * @param order the order's id where the request carried one, else empty
   */
  record Asked(String order, Magic magic, String broker, Lots lots) {}

  private FarmAnswers() {}

  static Answer read(FarmReply reply, Asked asked) {
    return switch (reply) {
      case FarmReply.NotSent notSent -> new Answer.NotSent(notSent.why());
      case FarmReply.Lost lost -> new Answer.Unknown(lost.why());
      case FarmReply.Got got -> read(got, asked);
    };
  }

  private static Answer read(FarmReply.Got got, Asked asked) {
    if (got.status() >= 500 || (got.status() >= 300 && got.status() < 400)) {
      return new Answer.Unknown("the farm answered " + got.status());
    }
    if (got.status() == 202) {
      return new Answer.Pending("the farm has taken it and does not know yet");
    }
    try {
      Layers answer = Layers.of(Fields.of(got.body()));
      Optional<String> stranger = stranger(answer, asked);
      if (stranger.isPresent()) {
        return new Answer.Unknown(stranger.get());
      }
      return answer.top().flag("success") ? success(got.status(), answer, asked) : refusal(answer);
    } catch (BadJson | IllegalArgumentException e) {
      return new Answer.Unknown("the answer cannot be read: " + e.getMessage());
    }
  }

  private static Answer success(int status, Layers answer, Asked asked) {
    String code = answer.either("retcode");
    Optional<Retcode> retcode = Retcode.find(code);
    boolean agreed =
        code.isEmpty()
            || retcode
                .map(known -> known.meaning())
                .filter(m -> m == Retcode.Meaning.DONE || m == Retcode.Meaning.PARTIAL)
                .isPresent();
    if (status != 200 || !agreed) {
      return new Answer.Unknown("success with status " + status + " and return code " + code);
    }
    Optional<BigDecimal> price = answer.decimal("price").filter(one -> one.signum() > 0);
    long ticket = answer.whole("ticket").orElse(0L);
    if (ticket <= 0 || price.isEmpty()) {
      return new Answer.DoneUntold();
    }
    // No broker does more than it was asked for: a larger number is noise or another's.
    Lots lots =
        answer
            .decimal("volume")
            .filter(v -> v.signum() > 0 && v.compareTo(asked.lots().value()) < 0)
            .map(Lots::new)
            .orElse(asked.lots());
    boolean partial =
        lots.compareTo(asked.lots()) < 0
            || retcode.filter(known -> known == Retcode.DONE_PARTIAL).isPresent();
    return partial
        ? new Answer.Partial(new Ticket(ticket), new Price(price.get()), lots)
        : new Answer.Done(new Ticket(ticket), new Price(price.get()), lots);
  }

  private static Answer refusal(Layers answer) {
    String code = answer.either("error_code");
    String given = code.isEmpty() ? answer.either("retcode") : code;
    String error = answer.text("error").orElse("the farm said no");
    Optional<Retcode> known = Retcode.find(given);
    if (known.isPresent() && known.get().meaning() == Retcode.Meaning.NO) {
      return new Answer.No(known.get().label(), error);
    }
    return FARM_REFUSALS.contains(given)
        ? new Answer.No(given, error)
        : new Answer.Unknown(given.isEmpty() ? error : given + ": " + error);
  }

  /** What in the answer belongs to another request than ours. */
  private static Optional<String> stranger(Layers answer, Asked asked) {
    String order = answer.text("order_id").orElse(asked.order());
    if (!asked.order().isEmpty() && !order.equals(asked.order())) {
      return Optional.of("the answer is about order " + order);
    }
    long magic =
        answer.whole("magic_number").or(() -> answer.whole("magic")).orElse(asked.magic().value());
    if (magic != asked.magic().value()) {
      return Optional.of("the answer is about magic " + magic);
    }
    String broker = answer.text("broker").orElse(asked.broker());
    return broker.equals(asked.broker())
        ? Optional.empty()
        : Optional.of("the answer is from broker " + broker);
  }

  /** An answer, some of whose fields some farms put under {@code result}. */
  private record Layers(Fields top, List<Fields> innerFirst) {
    static Layers of(Fields top) {
      return new Layers(
          top, top.maybeObject("result").map(inner -> List.of(inner, top)).orElse(List.of(top)));
    }

    Optional<String> text(String name) {
      return holder(name).maybeText(name, LONGEST);
    }

    Optional<Long> whole(String name) {
      return holder(name).maybeWhole(name);
    }

    Optional<BigDecimal> decimal(String name) {
      return holder(name).maybeDecimal(name);
    }

    String either(String name) {
      return TerminalFields.either(holder(name), name);
    }

    private Fields holder(String name) {
      return innerFirst.stream().filter(layer -> layer.has(name)).findFirst().orElse(top);
    }
  }
}
