package dev.plimsoll.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.plimsoll.document.DocumentReader;
import dev.plimsoll.document.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What an expression of a policy costs: ours with cost counting on, the same written in Java by
 * hand, and CEL-java's two runtimes. Nanoseconds an expression, over all of {@link
 * PodExpressions#ALL}.
 *
 * <pre>
 * mvn -q -pl rules-engine test-compile exec:exec@benchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CelBenchmark {
  private static final int COUNT = 24;

  private final List<Expression> ours = new ArrayList<>();
  private final List<CelRuntime.Program> planner = new ArrayList<>();
  private final List<CelRuntime.Program> legacy = new ArrayList<>();
  private Map<String, ?> pod = Map.of();

  @Setup
  public void compile() throws Exception {
    var source = new Source("pod.yaml", PodExpressions.POD);
    pod = asMap(DocumentReader.read(source).getFirst().root());
    var environment = CelEnvironment.stored(KubernetesVersion.LATEST);
    for (var example : PodExpressions.ALL) {
      ours.add(environment.compile(example.cel(), Declarations.admission()));
      planner.add(program(CelFactory.plannerCelBuilder(), example.cel()));
      legacy.add(program(CelFactory.legacyCelBuilder(), example.cel()));
    }
    if (ours.size() != COUNT) {
      throw new IllegalStateException("COUNT must be " + ours.size());
    }
  }

  @SuppressWarnings("unchecked") // a manifest's root is a map
  private static Map<String, ?> asMap(@org.jspecify.annotations.Nullable Object root) {
    return (Map<String, ?>) Objects.requireNonNull(root);
  }

  private static CelRuntime.Program program(dev.cel.bundle.CelBuilder builder, String source)
      throws Exception {
    Cel cel =
        builder
            .setOptions(CelOptions.current().enableHeterogeneousNumericComparisons(true).build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addCompilerLibraries(CelExtensions.optional())
            .addRuntimeLibraries(CelExtensions.optional())
            .addVar("object", SimpleType.DYN)
            .build();
    return cel.createProgram(cel.compile(source).getAst());
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void plimsoll(Blackhole hole) {
    var activation = Activation.of(Map.of("object", pod));
    for (var expression : ours) {
      hole.consume(expression.evaluate(activation, new Meter()));
    }
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void handWrittenJava(Blackhole hole) {
    for (var example : PodExpressions.ALL) {
      hole.consume(example.java().test(pod));
    }
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void celJavaPlanner(Blackhole hole) throws Exception {
    var variables = Map.of("object", pod);
    for (var program : planner) {
      hole.consume(program.eval(variables));
    }
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void celJavaLegacy(Blackhole hole) throws Exception {
    var variables = Map.of("object", pod);
    for (var program : legacy) {
      hole.consume(program.eval(variables));
    }
  }
}
