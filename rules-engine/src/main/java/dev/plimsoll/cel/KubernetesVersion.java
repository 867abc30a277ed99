package dev.plimsoll.cel;

/**
 * A minor version of Kubernetes 1, such as 1.36.
 *
 * @param minor from {@value #OLDEST} to {@value #NEWEST}
 */
public record KubernetesVersion(int minor) implements Comparable<KubernetesVersion> {
  private static final int OLDEST = 30;
  private static final int NEWEST = 36;

  public static final KubernetesVersion LATEST = new KubernetesVersion(NEWEST);

  public KubernetesVersion {
    if (minor < OLDEST || minor > NEWEST) {
      throw new IllegalArgumentException(
          "Kubernetes 1." + minor + " is not known: use 1." + OLDEST + " to 1." + NEWEST + ".");
    }
  }

  /** Reads {@code 1.36} or {@code v1.36.2}. */
  public static KubernetesVersion parse(String text) {
    var parts = text.strip().replaceFirst("^v", "").split("\\.", -1);
    if (parts.length < 2 || !parts[0].equals("1") || !parts[1].matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a version of Kubernetes: write it like 1." + NEWEST + ".");
    }
    return new KubernetesVersion(Integer.parseInt(parts[1]));
  }

  /** Tells whether this is version 1.{@code minor} or a later one. */
  public boolean since(int minor) {
    return this.minor >= minor;
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return "1." + minor;
  }
}
