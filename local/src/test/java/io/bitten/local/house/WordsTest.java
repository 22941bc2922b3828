package io.bitten.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The repository speaks of the product alone, and keeps no secret. */
final class WordsTest {
  /** Places that exist on one machine only. The shared recordings may be looked for. */
  private static final Pattern PLACES =
      Pattern.compile(
          "(?<![\\w.$}-])/(work|root|tmp)/\\w|\\.\\./shared/(?!data\\b|core|adapters|pom)");

  private static final Pattern SECRETS =
      Pattern.compile(
          String.join(
              "|",
              "AKIA[0-9A-Z]{16}",
              "\\b[sr]k_live_\\w+",
              "\\bwhsec_[A-Za-z0-9]{24,}",
              "\\b\\d{9,10}:AA[A-Za-z0-9_-]{33}",
              "-----BEGIN [A-Z ]*PRIVATE KEY"));

  private static final Pattern BINARY = Pattern.compile(".*\\.(gz|jar|png|ico|woff2?)");

  @Test
  void no_file_names_a_place_on_somebodys_machine() {
    assertThat(findings(PLACES)).isEmpty();
  }

  @Test
  void no_file_holds_a_secret() {
    assertThat(findings(SECRETS)).isEmpty();
  }

  @Test
  void every_text_is_utf_8_and_ends_its_lines_alike() {
    List<String> odd = new ArrayList<>();
    for (Path file : texts()) {
      boolean windows = file.toString().endsWith(".cmd");
      if (!windows && Repository.text(file).contains("\r\n")) {
        odd.add(Repository.name(file));
      }
    }
    assertThat(odd).isEmpty();
  }

  private static List<String> findings(Pattern pattern) {
    List<String> findings = new ArrayList<>();
    for (Path file : texts()) {
      String text = Repository.text(file);
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        long line = text.substring(0, matcher.start()).lines().count();
        findings.add(Repository.name(file) + ":" + line + " " + matcher.group());
      }
    }
    return findings;
  }

  private static List<Path> texts() {
    return Repository.files("").stream()
        .filter(file -> !BINARY.matcher(file.toString()).matches())
        .toList();
  }
}
