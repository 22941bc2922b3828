package io.bitten.core.chat;

import io.bitten.core.World;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltDesk;
import io.bitten.core.halt.HaltScope;

/** The caller's own emergency stop. Never behind a tier, the terms or a limit. */
final class HaltTalk {
  private final World world;
  private final HaltDesk halts;

  HaltTalk(World world) {
    this.world = world;
    this.halts = new HaltDesk(world);
  }

  Reply stop(Visit visit) {
    Halt halt = halts.stop(scope(visit), visit.user().value(), "asked by the trader");
    return switch (halt) {
      case Halt.Active active ->
          Reply.say(
              Html.lines(
                  Html.of(
                      Html.b("🛑 Emergency stop is on"), " since ", Shows.time(active.at()), "."),
                  Html.of(
                      "No new order of yours goes out. Open positions stay open with their stops."),
                  Html.of("/closeall closes them, /recover lifts the stop.")));
      case Halt.Clear clear -> throw new IllegalStateException("a stop that was set reads clear");
    };
  }

  Reply recover(Visit visit) {
    return switch (world.halts().read(scope(visit))) {
      case Halt.Clear clear ->
          Reply.say(Html.lines(Html.of("You have no emergency stop to lift."), others(visit)));
      case Halt.Active active -> lift(visit, active);
    };
  }

  private Reply lift(Visit visit, Halt.Active active) {
    // A stop is lifted by the one who set it; an operator's stop of this person is the operator's.
    if (!active.by().equals(visit.user().value())) {
      return Reply.say(
          Html.of(
              "This stop was set by the operator and can only be lifted there: ",
              active.reason(),
              "."));
    }
    halts.lift(scope(visit));
    return Reply.say(
        Html.lines(
            Html.b("Your emergency stop is lifted."),
            Html.of("New orders are possible again."),
            others(visit)));
  }

  private Html others(Visit visit) {
    return switch (world.halts().read(new HaltScope.Everything())) {
      case Halt.Active all -> Html.of("The whole platform is stopped: ", all.reason(), ".");
      case Halt.Clear clear -> Html.empty();
    };
  }

  private static HaltScope scope(Visit visit) {
    return new HaltScope.OneUser(visit.user());
  }
}
