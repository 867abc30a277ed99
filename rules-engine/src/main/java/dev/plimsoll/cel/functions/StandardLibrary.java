package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.Overload;
import java.util.List;
import java.util.stream.Stream;

/** The functions and operators that every CEL environment has, optionals included. */
public final class StandardLibrary {
  private StandardLibrary() {}

  public static List<Overload> overloads() {
    return Stream.of(
            Operators.overloads(),
            Comparisons.overloads(),
            Containers.overloads(),
            Containers.insertions(),
            Conversions.overloads(),
            Strings.overloads(),
            Times.overloads(),
            Optionals.overloads())
        .flatMap(List::stream)
        .toList();
  }
}
