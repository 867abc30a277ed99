package dev.plimsoll.cel.functions;

import dev.plimsoll.cel.Overload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which libraries expressions may use beside the standard functions, by version of Kubernetes:
 * pkg/cel/environment/base.go of k8s.io/apiserver. Their order is the order in which overloads are
 * tried.
 */
public final class Libraries {
  private static final int ALWAYS = 0;

  private static final List<Library> ALL =
      List.of(
          new Library(ALWAYS, Urls::overloads),
          new Library(ALWAYS, Regexes::overloads),
          new Library(ALWAYS, Lists::overloads),
          new Library(27, Authorizers::overloads),
          new Library(28, Quantities::overloads),
          new Library(29, ExtStrings::overloads),
          new Library(29, ExtSets::overloads),
          new Library(30, IpAddresses::overloads),
          new Library(30, Cidrs::overloads),
          new Library(31, Formats::overloads),
          new Library(31, Authorizers::selectors),
          new Library(33, Semvers::overloads),
          new Library(34, ExtLists::overloads));

  private Libraries() {}

  /**
   * A library.
   *
   * @param since the first minor version of Kubernetes that has it
   * @param overloads its functions
   */
  private record Library(int since, Supplier<List<Overload>> overloads) {}

  /** Returns the functions of a minor version of Kubernetes, from 29 on. */
  public static List<Overload> overloads(int minor) {
    List<Overload> overloads = new ArrayList<>();
    for (Library library : ALL) {
      if (library.since <= minor) {
        overloads.addAll(library.overloads.get());
      }
    }
    return List.copyOf(overloads);
  }
}
