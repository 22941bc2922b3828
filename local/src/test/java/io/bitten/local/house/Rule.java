package io.bitten.local.house;

/** What {@link Inspection} looks for. */
enum Rule {
  LONG_METHOD("no method is longer than 40 lines"),
  MANY_PARAMETERS("no method takes more than four parameters"),
  VAGUE_NAME("no type is a Manager, Helper, Util, Impl, Processor, Service, Base, Data or Info"),
  OPEN_CLASS("a class is final, abstract or sealed"),
  EMPTY_CATCH("no catch is empty"),
  WIDE_CATCH("no catch takes Exception or Throwable"),
  PRINTED("only the command line prints; its JVM may complain on the error stream"),
  LATER("nothing is left for later"),
  NO_WORD("a public type says what it is for"),
  DEFAULT_CASE("no switch over a closed set has a default"),
  SLEEPING_TEST("no test sleeps"),
  UNSEEN_TEST("a class with tests is named so that the build runs it"),
  SHORT_SENTENCE("a test's name is a sentence");

  private final String sentence;

  Rule(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
