package io.bitten.relay.wiring;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a file of the configuration. */
public final class ConfigText {
  private static final long MAX_BYTES = 1 << 18;

  private ConfigText() {}

  /**
   * Reads it.
   *
   * @param example the commented file beside the relay that it is made from
   * @throws BadFile when there is none that can be read
   */
  public static String of(Path file, String example) {
    if (Files.isDirectory(file)) {
      throw new BadFile(file + " is a folder and not a file");
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new BadFile(file + " is too large for a configuration");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new BadFile("there is no file " + file + "; copy " + example, e);
    } catch (AccessDeniedException e) {
      throw new BadFile(file + " may not be read by this user", e);
    } catch (CharacterCodingException e) {
      throw new BadFile(file + " is not text in UTF-8", e);
    } catch (IOException e) {
      throw new BadFile("cannot read " + file + ": " + e, e);
    }
  }
}
