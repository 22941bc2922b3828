package io.bitten.functions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What is written for CloudWatch meanwhile, as in the cloud. */
public final class Measured {
  private Measured() {}

  /** Something that may measure. */
  public interface Work {
    void run() throws IOException;
  }

  public static String during(Work work) throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    System.setOut(new PrintStream(lines, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(before);
    }
    return lines.toString(StandardCharsets.UTF_8);
  }
}
