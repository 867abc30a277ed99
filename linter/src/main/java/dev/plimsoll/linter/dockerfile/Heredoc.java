package dev.plimsoll.linter.dockerfile;

/**
 * A heredoc of RUN, COPY or ADD.
 *
 * @param operator the word that opens it, such as {@code <<-EOF}
 * @param name the line that ends it, without quotes
 * @param expand whether variables in it are expanded: false when the name is quoted
 * @param chomp whether leading tabs are taken off its lines: {@code <<-}
 * @param fileDescriptor the number before {@code <<}; 0 if there is none
 * @param body the lines between, with their line ends and leading tabs
 */
public record Heredoc(
    Word operator, String name, boolean expand, boolean chomp, long fileDescriptor, Word body) {

  /** Returns the body as the build sees it: without leading tabs if it is chomped. */
  public String content() {
    return chomp ? body.text().replaceAll("(?m)^\\t+", "") : body.text();
  }
}
