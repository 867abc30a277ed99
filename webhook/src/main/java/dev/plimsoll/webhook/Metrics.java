package dev.plimsoll.webhook;

import dev.plimsoll.policy.ValidationAction;
import dev.plimsoll.review.Outcome;
import dev.plimsoll.review.Verdict;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;

/** What the webhook counts, in Prometheus' text format. Every metric is listed in the README. */
final class Metrics {

  static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double[] SECONDS = {
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 10
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

  private final Counter requests =
      Counter.builder()
          .name("plimsoll_admission_requests_total")
          .help("Requests answered, by verdict and by the code that the user gets.")
          .labelNames("verdict", "code")
          .register(registry);

  private final DistributionDataPoint durations =
      Histogram.builder()
          .name("plimsoll_admission_duration_seconds")
          .help("Time from a request's headers to its answer.")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);

  private final Counter checks =
      Counter.builder()
          .name("plimsoll_policy_check_total")
          .help("Validations that were false or failed, as the API server counts its own.")
          .labelNames("policy", "policy_binding", "error_type", "enforcement_action")
          .register(registry);

  private final Gauge certificateEnd =
      Gauge.builder()
          .name("plimsoll_certificate_expiry_timestamp_seconds")
          .help("When the serving certificate expires, in seconds since 1970.")
          .register(registry);

  void request(String verdict, int code, long nanos) {
    requests.labelValues(verdict, Integer.toString(code)).inc();
    durations.observe(nanos / 1e9);
  }

  /** Counts what the API server counts: violations and errors, by what is done about them. */
  void checks(Verdict verdict) {
    for (var outcome : verdict.outcomes()) {
      switch (outcome) {
        case Outcome.Violated violated -> count(violated.place(), "no_error");
        case Outcome.Failed failed -> count(failed.place(), "invalid_error");
        case Outcome.Passed passed -> {}
        case Outcome.Skipped skipped -> {}
        case Outcome.NotChecked notChecked -> {}
        case Outcome.Annotated annotated -> {}
      }
    }
  }

  private void count(Outcome.Place place, String error) {
    var binding = place.binding();
    if (binding == null) {
      checks.labelValues(place.policy().name(), "", error, "deny").inc();
      return;
    }
    for (ValidationAction action : binding.validationActions()) {
      var enforced = action.name().toLowerCase(Locale.ROOT);
      checks.labelValues(place.policy().name(), binding.name(), error, enforced).inc();
    }
  }

  void certificateEnds(Instant end) {
    certificateEnd.set(end.getEpochSecond());
  }

  byte[] text() {
    var text = new ByteArrayOutputStream(4096);
    try {
      writer.write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toByteArray();
  }
}
