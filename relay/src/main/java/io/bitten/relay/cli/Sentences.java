package io.bitten.relay.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** What went wrong on the disk or in the cloud, for people. */
final class Sentences {
  private Sentences() {}

  /** The SDK lists all its providers' classes when there is no key. */
  static String ofCloud(RuntimeException e) {
    String said = String.valueOf(e.getMessage());
    return said.startsWith("Unable to load credentials")
        ? "no AWS access key is in the environment or a profile"
        : said;
  }

  /** The JDK often says the path alone. */
  static String of(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> denied.getFile() + " may not be written by this user";
      case FileAlreadyExistsException there -> there.getFile() + " is a file and not a folder";
      case FileSystemException other ->
          "cannot use " + other.getFile() + ": " + other.getClass().getSimpleName();
      case IOException other -> String.valueOf(other.getMessage());
    };
  }
}
