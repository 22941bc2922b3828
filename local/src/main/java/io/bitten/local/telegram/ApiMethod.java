package io.bitten.local.telegram;

/** One method of the Bot API, called under the {@link ChatBook}'s monitor. */
@FunctionalInterface
interface ApiMethod {
  ApiAnswer.Ok call(Params params) throws Refused;
}
