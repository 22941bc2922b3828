package io.bitten.relay.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** What went wrong on the disk, for people: the JDK often says the path alone. */
final class Sentences {
  private Sentences() {}

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
