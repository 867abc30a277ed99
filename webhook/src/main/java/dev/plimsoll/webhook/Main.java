package dev.plimsoll.webhook;

import dev.plimsoll.certs.Arguments;
import dev.plimsoll.certs.Arguments.UsageException;
import dev.plimsoll.certs.CertsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The commands {@code plimsoll serve} and {@code plimsoll demo}. */
public final class Main {

  private static final String DEMO_USAGE =
      """
      usage: plimsoll demo

        Sends the manifests of examples/ to a real webhook over TLS, lints the same files, and
        shows that both say the same. Exit code 0: they do. 1: they don't.
      """;

  private Main() {}

  /**
   * @param args what follows {@code plimsoll}, so {@code serve} or {@code demo} first
   */
  public static void main(String[] args) {
    var words = List.of(args);
    var command = words.isEmpty() ? "" : words.getFirst();
    try {
      switch (command) {
        case "serve" -> serve(words.subList(1, words.size()));
        case "demo" -> demo(words.subList(1, words.size()));
        default -> throw new UsageException("say serve or demo");
      }
    } catch (UsageException e) {
      System.err.println(
          "plimsoll " + command + ": " + String.valueOf(e.getMessage()).replace("\n", "\n  "));
      System.exit(2);
    } catch (CertsException e) {
      System.err.println("plimsoll " + command + ": " + e.getMessage());
      System.exit(2);
    } catch (IOException e) {
      System.err.println("plimsoll " + command + ": cannot use " + e.getMessage());
      System.exit(2);
    }
  }

  private static void serve(List<String> args) throws UsageException, CertsException, IOException {
    var arguments = Arguments.parse(args, ServeOptions.known());
    if (arguments.has("--help")) {
      System.out.print(ServeOptions.USAGE);
      return;
    }
    Logging.asJson();
    ServeCommand.run(ServeOptions.parse(arguments));
  }

  private static void demo(List<String> args) throws UsageException, CertsException, IOException {
    if (args.contains("--help") || args.contains("-h")) {
      System.out.print(DEMO_USAGE);
      return;
    }
    if (!args.isEmpty()) {
      throw new UsageException("demo takes no argument");
    }
    Logging.off();
    var console = System.console();
    boolean colour = console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
    var home = Path.of(System.getProperty("plimsoll.home", "."));
    boolean agreed = DemoCommand.run(home, new DemoReport(System.out, colour));
    System.exit(agreed ? 0 : 1);
  }
}
