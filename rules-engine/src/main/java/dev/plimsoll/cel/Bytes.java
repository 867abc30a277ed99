package dev.plimsoll.cel;

import java.util.Arrays;

/** A sequence of bytes. */
public final class Bytes implements Comparable<Bytes> {
  private final byte[] content;

  public Bytes(byte[] content) {
    this.content = content.clone();
  }

  public byte[] toArray() {
    return content.clone();
  }

  public int size() {
    return content.length;
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(content, other.content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }
}
