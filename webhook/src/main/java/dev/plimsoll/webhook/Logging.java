package dev.plimsoll.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.logging.LogManager;

/** Sets up the log: one JSON object a line, on standard error. */
final class Logging {

  private static final String JSON =
      """
      handlers=java.util.logging.ConsoleHandler
      .level=INFO
      io.helidon.level=WARNING
      io.helidon.webserver.LoomServer.level=OFF
      java.util.logging.ConsoleHandler.formatter=io.helidon.logging.jul.HelidonJsonFormatter
      io.helidon.logging.jul.HelidonJsonFormatter.fields=\
      time:%1$tFT%1$tT.%1$tL%1$tz,level:%4$s,logger:%3$s,message:%5$s,error:%6$s
      """;

  private Logging() {}

  /** Logs as JSON, unless the JVM was given a logging configuration of its own. */
  static void asJson() {
    configure(JSON);
  }

  /** Logs nothing, for a command that talks to people itself. */
  static void off() {
    configure(".level=OFF\n");
  }

  private static void configure(String properties) {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try {
      var stream = new ByteArrayInputStream(properties.getBytes(UTF_8));
      LogManager.getLogManager().readConfiguration(stream);
    } catch (IOException e) {
      throw new IllegalStateException("a configuration in memory can always be read", e);
    }
  }
}
