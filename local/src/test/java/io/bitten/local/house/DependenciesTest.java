package io.bitten.local.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;

/**
 * Who may know whom: {@code core <- adapters <- functions, relay <- local}, and nobody the last.
 */
@AnalyzeClasses(packages = "io.bitten", importOptions = ShippedClasses.class)
final class DependenciesTest {

  @ArchTest
  static final ArchRule the_core_knows_the_jdk_and_itself =
      classes()
          .that()
          .resideInAPackage("io.bitten.core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.bitten.core..",
              "java.lang..",
              "java.math..",
              "java.nio.charset..",
              "java.security..",
              "java.text..",
              "java.time..",
              "java.util..",
              "javax.crypto..");

  @ArchTest
  static final ArchRule adapters_know_only_the_core =
      noClasses()
          .that()
          .resideInAPackage("io.bitten.adapters..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.bitten.functions..", "io.bitten.relay..", "io.bitten.local..");

  @ArchTest
  static final ArchRule the_functions_do_not_know_the_relay =
      noClasses()
          .that()
          .resideInAPackage("io.bitten.functions..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.bitten.relay..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule the_relay_does_not_know_the_functions =
      noClasses()
          .that()
          .resideInAPackage("io.bitten.relay..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.bitten.functions..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nobody_knows_the_local_stack =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.bitten.local..", "io.bitten.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.bitten.local..", "io.bitten.bench..");

  @ArchTest
  static final ArchRule the_local_stack_does_not_know_the_benchmarks =
      noClasses()
          .that()
          .resideInAPackage("io.bitten.local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.bitten.bench..");

  @ArchTest
  static final ArchRule prices_and_news_do_not_know_what_is_made_of_them =
      noClasses()
          .that()
          .resideInAnyPackage("io.bitten.core.market..", "io.bitten.core.news..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.bitten.core.signal..",
              "io.bitten.core.alert..",
              "io.bitten.core.fire..",
              "io.bitten.core.risk..",
              "io.bitten.core.order..",
              "io.bitten.core.fill..");

  @ArchTest
  static final ArchRule only_wiring_and_tests_use_the_memory_ports =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.bitten.core.memory..", "io.bitten.local..", "io.bitten.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.bitten.core.memory..");

  /** The root package of the functions is their common wiring; the packages below are Lambdas. */
  @ArchTest
  static final ArchRule functions_do_not_know_each_other =
      slices()
          .matching("io.bitten.functions.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(DescribedPredicate.alwaysTrue(), named("io.bitten.functions.wiring"))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule the_sdk_stays_in_the_adapters_and_the_wiring =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.bitten.adapters..",
              "io.bitten.functions",
              "io.bitten.functions.wiring..",
              "io.bitten.relay.wiring..",
              "io.bitten.local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule lambda_types_stay_in_the_functions =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.bitten.functions..", "io.bitten.local..", "io.bitten.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.amazonaws.services.lambda..", "org.crac..");

  @ArchTest
  static final ArchRule stripe_stays_in_its_adapter =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.bitten.adapters.stripe..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.stripe..");

  @ArchTest
  static final ArchRule ta4j_stays_in_its_adapter =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.bitten.adapters.ta4j..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ta4j..");

  @ArchTest
  static final ArchRule nothing_is_kept_as_an_optional =
      noFields().should().haveRawType(Optional.class);

  private static DescribedPredicate<JavaClass> named(String packageName) {
    return JavaClass.Predicates.resideInAPackage(packageName + "..");
  }
}
