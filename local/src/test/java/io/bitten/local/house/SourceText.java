package io.bitten.local.house;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A text that the compiler takes for a file. */
final class SourceText extends SimpleJavaFileObject {
  private final String text;

  SourceText(String path, String text) {
    super(URI.create("string:///" + path), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
