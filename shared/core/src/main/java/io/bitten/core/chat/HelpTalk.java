package io.bitten.core.chat;

import io.bitten.core.account.Role;
import io.bitten.core.account.Tier;
import java.util.Arrays;
import java.util.List;

/** Lists what the caller may use, and puts a wrong command right. */
final class HelpTalk {
  Reply list(Visit visit) {
    List<Html> lines =
        allowed(visit).stream().map(name -> Html.of(shown(name), " · ", name.about())).toList();
    return Reply.say(
        visit.trader().role() == Role.ADMIN
            ? Html.paragraphs(Html.lines(lines), operators())
            : Html.lines(lines));
  }

  private static List<CommandName> allowed(Visit visit) {
    return Arrays.stream(CommandName.values())
        .filter(name -> name.allowedTo(visit.tier(), visit.trader().role()))
        .toList();
  }

  /** How an administrator names a scope. */
  private static Html operators() {
    return Html.lines(
        Html.b("Stopping and lifting"),
        Html.code("/halt_all [close] [REASON]"),
        Html.code("/halt_account LOGIN@SERVER [close] [REASON]"),
        Html.code("/recover system REASON"),
        Html.code("/recover account LOGIN@SERVER REASON"));
  }

  /** Telegram sends a plain command when it is touched; what acts at once is only copied. */
  private static Html shown(CommandName name) {
    String command = "/" + name.word();
    return switch (name) {
      case EMERGENCY_STOP, PANIC, RECOVER, HALT_ALL, HALT_ACCOUNT -> Html.code(command);
      case START, HELP, STATUS, ME, SIGNALS, FIRE, POSITIONS, BALANCE, HISTORY, CLOSE, CLOSEALL ->
          Html.of(command);
    };
  }

  Reply usage(Parsed.WrongArgument wrong) {
    return usage(wrong.name(), wrong.why(), wrong.name().example());
  }

  static Reply usage(CommandName name, String why, String example) {
    return Reply.say(Html.of("/", name.word(), ": ", why, ". Example: ", Html.code(example)));
  }

  /** Offers nothing that this person may not use. */
  Reply unknown(Visit visit, Parsed.Unknown unknown) {
    Html meant =
        Nearest.to(unknown.typed(), allowed(visit))
            .map(name -> Html.of(" Did you mean ", shown(name), "?"))
            .orElseGet(Html::empty);
    return Reply.say(Html.of("I do not know /", unknown.typed(), ".", meant, " /help lists all."));
  }

  Reply notAllowed(Visit visit, CommandName name) {
    return Reply.say(
        switch (name.access()) {
          case Access.Administrators admins -> Html.of(shown(name), " is for administrators.");
          case Access.Tiers(Tier from) ->
              Html.of(
                  shown(name),
                  " needs ",
                  from.title(),
                  "; you have ",
                  visit.tier().title(),
                  ". /help lists what you may use.");
        });
  }

  Reply termsFirst() {
    return Reply.say(Html.of("Please accept the terms first: /start"));
  }

  Reply talk() {
    return Reply.say(Html.of("I understand commands only. /help lists them."));
  }

  Reply edited() {
    return Reply.say(Html.of("An edited message does nothing here. Please send it as a new one."));
  }

  Reply privateOnly() {
    return Reply.say(
        Html.of("I talk about money in a private chat only. Please write to me there."));
  }
}
