package dev.plimsoll.linter.source;

import dev.plimsoll.document.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Reads files as text: UTF-8, or UTF-16 where a byte order mark says so. */
public final class TextFile {

  private TextFile() {}

  /**
   * Returns a file's text.
   *
   * @throws IOException if it can't be read
   * @throws CharacterCodingException if it is no text
   */
  public static Source read(SourceFile file) throws IOException {
    return new Source(file.name(), decode(Files.readAllBytes(file.path())));
  }

  /** Returns the text of standard input. */
  public static Source read(InputStream in) throws IOException {
    return new Source("-", decode(in.readAllBytes()));
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    if (bytes.length >= 2 && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE);
    }
    boolean mark =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    var text =
        new String(bytes, mark ? 3 : 0, bytes.length - (mark ? 3 : 0), StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : decode(bytes, mark ? 3 : 0, StandardCharsets.UTF_8);
  }

  private static String decode(byte[] bytes, int start, Charset charset)
      throws CharacterCodingException {
    var in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    return charset.newDecoder().decode(in).toString();
  }
}
