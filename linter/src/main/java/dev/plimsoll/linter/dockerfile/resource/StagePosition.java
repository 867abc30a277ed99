package dev.plimsoll.linter.dockerfile.resource;

import java.util.Locale;
import java.util.Map;

/**
 * Where an instruction stands.
 *
 * @param earlier the stages before its own, by name and number
 * @param base the stage that its own starts from, or -1
 * @param stage the number of its stage; -1 before the first FROM
 * @param ships whether its stage's layers are in the image that the file builds
 * @param needed whether the build of that image comes past it
 * @param workdirSet whether a WORKDIR stands before it, in its stage or those it starts from
 * @param previous the name of the instruction before it in its stage
 * @param repeated whether the same instruction stands before it in its stage
 * @param lastInStage whether no other of its name comes after it in its stage
 * @param effective whether it is the last of its name on the way to the image that ships
 * @param overridden whether the same instruction comes again in its stage and makes it void
 */
record StagePosition(
    Map<String, Integer> earlier,
    int stage,
    int base,
    boolean ships,
    boolean needed,
    ShellKind shell,
    boolean workdirSet,
    boolean overridden,
    String previous,
    boolean repeated,
    boolean lastInStage,
    boolean effective) {

  /** Returns the number of an earlier stage by its name or number, or -1. */
  long stageNamed(String name) {
    return earlier.getOrDefault(name.toLowerCase(Locale.ROOT), -1);
  }
}
