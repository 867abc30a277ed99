package dev.plimsoll.review;

import java.util.List;
import java.util.Map;

/**
 * Who makes a request.
 *
 * @param uid empty if there is none
 * @param extra what the authenticator knows besides
 */
public record UserInfo(
    String username, String uid, List<String> groups, Map<String, List<String>> extra) {

  /** The user of a manifest that nobody has sent yet. */
  public static final UserInfo ADMINISTRATOR =
      of("kubernetes-admin", List.of("system:masters", "system:authenticated"));

  public UserInfo {
    groups = List.copyOf(groups);
    extra = Map.copyOf(extra);
  }

  public static UserInfo of(String username, List<String> groups) {
    return new UserInfo(username, "", groups, Map.of());
  }
}
