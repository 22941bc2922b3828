package io.bitten.adapters.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequestFilesTest {
  private static final String ID = "0Q1";

  @TempDir Path folder;
  private RequestFiles files;

  @BeforeEach
  void put() throws IOException {
    for (String name : new String[] {"bitten_instructions", "bitten_work", "bitten_results"}) {
      Files.createDirectories(folder.resolve(name));
    }
    files = new RequestFiles(folder, pause -> {});
    RequestLine.Question question = new RequestLine.Question("symbols", 0);
    files.put(RequestLine.ask(ID, Some.ACCOUNT, question, Some.NOW));
  }

  @Test
  void a_request_that_nobody_took_is_taken_back() {
    assertThat(files.withdraw(ID)).isTrue();
    assertThat(files.waiting(ID)).isFalse();
  }

  @Test
  void a_request_that_was_taken_cannot_be_taken_back() throws IOException {
    Files.move(request(), folder.resolve("bitten_work/0Q1.txt"));
    assertThat(files.withdraw(ID)).isFalse();
  }

  @Test
  void a_copy_that_came_back_does_not_prove_that_the_first_was_not_taken() throws IOException {
    Files.copy(request(), folder.resolve("bitten_work/0Q1.txt"));
    assertThat(files.withdraw(ID)).isFalse();
    assertThat(files.waiting(ID)).isFalse();
  }

  @Test
  void a_copy_that_came_back_does_not_prove_that_the_first_was_not_answered() throws IOException {
    Files.writeString(folder.resolve("bitten_results/0Q1.json"), "{");
    assertThat(files.withdraw(ID)).isFalse();
  }

  private Path request() {
    return folder.resolve("bitten_instructions/0Q1.txt");
  }
}
