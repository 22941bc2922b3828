package io.bitten.local.template;

/**
 * The template says something that the local stack cannot do, or says it wrongly. The message names
 * the logical id and the construct, for a person to read; nothing was started.
 */
public final class TemplateProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateProblem(String where, String what) {
    super("template.yaml: " + where + ": " + what);
  }

  TemplateProblem(String where, String what, Throwable cause) {
    super("template.yaml: " + where + ": " + what, cause);
  }
}
