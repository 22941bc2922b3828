package io.bitten.local.sim;

import java.util.HashSet;
import java.util.Set;

/** How the Expert Advisor's files come to be in the folder: whole, half, twice, late or not. */
final class ExpertResults {
  private static final long SOON_MS = 20;
  private static final long LATE_MS = 8_000;
  private static final long WHOLE_MS = 2_000;

  private final BridgeFolder folder;
  private final Timeline time;
  private final Faults faults;
  private final Set<String> twice = new HashSet<>();
  private int emptied;

  ExpertResults(BridgeFolder folder, Stage stage) {
    this.folder = folder;
    this.time = stage.time();
    this.faults = stage.faults();
  }

  /** Nothing that was in it, or on its way to it, comes again. */
  void empty() {
    folder.empty();
    emptied++;
  }

  void status(String text) {
    folder.status(faults.hit(Fault.FILE_TORN) ? half(text) : text);
  }

  void publish(ExpertRequest request, String text) {
    if (!request.asks() && !twice.contains(request.id()) && faults.often(Fault.ANSWER_LOST)) {
      faults.trouble(0);
    } else if (faults.hit(Fault.FILE_TORN)) {
      folder.answer(request.id(), half(text));
      later(faults.between(SOON_MS, WHOLE_MS), () -> folder.answer(request.id(), text));
    } else {
      folder.answer(request.id(), text);
    }
    if (!request.asks() && faults.often(Fault.RESULT_TWICE)) {
      later(faults.between(SOON_MS, LATE_MS), () -> folder.answer(request.id(), text));
    }
  }

  /** The same request is there once more; its answer is not lost as well. */
  void comesAgain(ExpertRequest request, String text, Runnable seen) {
    twice.add(request.id());
    later(
        faults.between(SOON_MS, LATE_MS),
        () -> {
          folder.again(request.id(), text);
          seen.run();
        });
  }

  private void later(long ms, Runnable work) {
    int same = emptied;
    time.moment(
        ms,
        () -> {
          if (same == emptied) {
            work.run();
          }
        });
  }

  private String half(String text) {
    return text.substring(0, faults.below(text.length() - 1));
  }
}
