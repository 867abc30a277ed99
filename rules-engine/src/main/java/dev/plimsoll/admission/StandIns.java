package dev.plimsoll.admission;

/** What stands in an admitted object for values that only a server can know. */
public final class StandIns {
  /** For {@code metadata.creationTimestamp} and other times of admission. */
  public static final String TIME = "1970-01-01T00:00:00Z";

  /** For {@code metadata.uid}. */
  public static final String UID = "00000000-0000-0000-0000-000000000000";

  /** For the five random characters of a generated name. */
  public static final String SUFFIX = "xxxxx";

  /** For the address of a Service. */
  public static final String CLUSTER_IP = "10.0.0.10";

  /** For a Service's first node port; the others follow. */
  public static final long NODE_PORT = 30000;

  private StandIns() {}
}
