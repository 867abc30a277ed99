package dev.plimsoll.linter.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the linter itself reports, whatever the profile. */
public final class BuiltInRules {

  public static final String UNREADABLE_DOCUMENT = "unreadable-document";
  public static final String DUPLICATE_KEY = "duplicate-key";
  public static final String UNKNOWN_FIELD = "unknown-field";
  public static final String INVALID_MANIFEST = "invalid-manifest";
  public static final String INVALID_POLICY = "invalid-policy";
  public static final String UNUSED_IGNORE = "unused-ignore";
  public static final String IGNORE_WITHOUT_REASON = "ignore-without-reason";

  private static final Map<String, Rule> RULES =
      Stream.of(
              rule(
                  UNREADABLE_DOCUMENT,
                  "Document cannot be read",
                  "kubectl could not read it either. The other documents of the file are judged.",
                  "Mend what the message says. A file of templates that is no YAML before it is"
                      + " rendered is not reported, as long as it holds a `{{`."),
              rule(
                  DUPLICATE_KEY,
                  "Key stands twice",
                  "Of equal keys in one mapping the API server takes the last, and nobody sees that"
                      + " the first is lost.",
                  "Delete the one that is not meant, or merge them."),
              rule(
                  UNKNOWN_FIELD,
                  "Field is unknown",
                  "The kind has no such field, so the API server drops it, and what it was meant to"
                      + " do is not done.",
                  "Mend its spelling or its indentation, or delete it."),
              rule(
                  INVALID_MANIFEST,
                  "Manifest is invalid",
                  "The API server would refuse this object before any policy judges it.",
                  "Mend the field that the message names."),
              rule(
                  INVALID_POLICY,
                  "Policy is invalid",
                  "The API server would refuse this ValidatingAdmissionPolicy or binding, or warn"
                      + " that an expression in it does not compile.",
                  "Mend the field that the message names."),
              rule(
                  UNUSED_IGNORE,
                  "Ignore hides nothing",
                  "An ignore that has outlived its reason hides the next mistake instead.",
                  "Delete it, or mend its spelling or place."),
              rule(
                  IGNORE_WITHOUT_REASON,
                  "Ignore has no reason",
                  "Whoever reads the file next cannot tell whether the ignore is still right.",
                  "Add ` -- ` and the reason."))
          .collect(Collectors.toMap(Rule::id, Function.identity()));

  private BuiltInRules() {}

  public static Map<String, Rule> all() {
    return RULES;
  }

  /** Returns one of them by an id that is known to be there. */
  public static Rule byId(String id) {
    return Objects.requireNonNull(RULES.get(id), id);
  }

  private static Rule rule(String id, String title, String why, String fix) {
    return new Rule(id, title, why, fix, List.of(), List.of(), List.of());
  }
}
