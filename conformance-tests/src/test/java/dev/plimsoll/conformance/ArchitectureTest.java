package dev.plimsoll.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;

/** The house, as ARCHITECTURE.md draws it: who may use whom, and which library lives where. */
@AnalyzeClasses(packages = "dev.plimsoll", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] RULES_ENGINE = {
    "dev.plimsoll.document..",
    "dev.plimsoll.cel..",
    "dev.plimsoll.policy..",
    "dev.plimsoll.review.."
  };

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.plimsoll.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule documentsKnowNothingElse =
      noClasses()
          .that()
          .resideInAPackage("dev.plimsoll.document..")
          .should()
          .dependOnClassesThat(areOurs("dev.plimsoll.document"));

  @ArchTest
  static final ArchRule celKnowsDocumentsOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.plimsoll.cel..")
          .should()
          .dependOnClassesThat(areOurs("dev.plimsoll.cel", "dev.plimsoll.document"));

  @ArchTest
  static final ArchRule theRulesEngineKnowsNoDoors =
      noClasses()
          .that()
          .resideInAnyPackage(RULES_ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.plimsoll.policies..",
              "dev.plimsoll.linter..",
              "dev.plimsoll.webhook..",
              "dev.plimsoll.certs..",
              "io.helidon..",
              "io.fabric8..",
              "java.net.http..");

  @ArchTest
  static final ArchRule certificatesKnowNothingElse =
      noClasses()
          .that()
          .resideInAPackage("dev.plimsoll.certs..")
          .should()
          .dependOnClassesThat(areOurs("dev.plimsoll.certs"));

  @ArchTest
  static final ArchRule celJavaStaysInTheCompiler =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.plimsoll.cel..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cel..");

  @ArchTest
  static final ArchRule helidonStaysInTheWebhook =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.plimsoll.webhook..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.helidon..", "io.fabric8..");

  @ArchTest
  static final ArchRule bouncyCastleStaysInCerts =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.plimsoll.certs..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..");

  @ArchTest
  static final ArchRule packagesAreNullMarked = classes().should(new BeInNullMarkedPackage());

  private static DescribedPredicate<JavaClass> areOurs(String... but) {
    return DescribedPredicate.describe(
        "are of Plimsoll, outside of " + String.join(" and ", but),
        type ->
            type.getPackageName().startsWith("dev.plimsoll.")
                && Arrays.stream(but)
                    .noneMatch(name -> (type.getPackageName() + ".").startsWith(name + ".")));
  }

  /** Holds for a class whose package says {@code @NullMarked}. */
  private static final class BeInNullMarkedPackage extends ArchCondition<JavaClass> {
    BeInNullMarkedPackage() {
      super("be in a package marked @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
      events.add(
          new SimpleConditionEvent(
              type, marked, type.getPackageName() + (marked ? " is" : " is not") + " @NullMarked"));
    }
  }
}
