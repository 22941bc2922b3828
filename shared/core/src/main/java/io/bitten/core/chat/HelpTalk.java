package io.bitten.core.chat;

import java.util.Arrays;
import java.util.List;

/** Lists what the caller may use, and puts a wrong command right. */
final class HelpTalk {
  Reply list(Visit visit) {
    List<Html> lines =
        Arrays.stream(CommandName.values())
            .filter(name -> name.allowedTo(visit.tier()))
            .map(name -> Html.of("/", name.word(), " · ", name.about()))
            .toList();
    return Reply.say(Html.lines(lines));
  }

  Reply usage(Parsed.WrongArgument wrong) {
    return Reply.say(
        Html.of(
            "/",
            wrong.name().word(),
            ": ",
            wrong.why(),
            ". Example: ",
            Html.code(wrong.name().example())));
  }

  Reply unknown(Parsed.Unknown unknown) {
    return Reply.say(
        Html.of(
            "I do not know /",
            unknown.typed(),
            ". Did you mean /",
            unknown.nearest().word(),
            "? /help lists all."));
  }

  Reply notInTier(Visit visit, CommandName name) {
    return Reply.say(
        Html.of(
            "/",
            name.word(),
            " needs ",
            FireRight.title(name.from()),
            "; you have ",
            FireRight.title(visit.tier()),
            "."));
  }

  Reply termsFirst() {
    return Reply.say(Html.of("Please accept the terms first: /start"));
  }

  Reply talk() {
    return Reply.say(Html.of("I understand commands only. /help lists them."));
  }

  Reply privateOnly() {
    return Reply.say(
        Html.of("I talk about money in a private chat only. Please write to me there."));
  }
}
