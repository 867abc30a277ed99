package dev.plimsoll.linter.dockerfile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A build stage: a FROM and what follows it.
 *
 * @param index its number, from 0
 * @param from its FROM; null for instructions that stand before any
 * @param name its name in lower case; empty if it has none
 * @param image what it starts from, its variables replaced by their defaults
 * @param base the stage it starts from; -1 if it starts from an image
 * @param uses the stages it copies or mounts from
 * @param instructions its instructions, FROM first
 * @param environment ENV and ARG at its end, with what its base stages set
 */
public record Stage(
    int index,
    @Nullable Instruction from,
    String name,
    String image,
    int base,
    Set<Integer> uses,
    List<Instruction> instructions,
    Map<String, String> environment) {

  public Stage {
    uses = Set.copyOf(uses);
    instructions = List.copyOf(instructions);
    environment = java.util.Collections.unmodifiableMap(environment);
  }
}
