package io.bitten.local.house;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The core repeats: no clock, no chance, no surroundings. All of it comes in through the world. */
@AnalyzeClasses(packages = "io.bitten", importOptions = ShippedClasses.class)
final class PurityTest {
  private static final Set<String> SURROUNDINGS =
      Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "exit", "identityHashCode");

  @ArchTest
  static final ArchRule the_core_reads_no_clock_and_no_surroundings =
      noClasses()
          .that()
          .resideInAPackage("io.bitten.core..")
          .should()
          .accessTargetWhere(to("a clock or the surroundings", PurityTest::impure));

  @ArchTest
  static final ArchRule the_core_leaves_nothing_to_chance =
      noClasses()
          .that()
          .resideInAPackage("io.bitten.core..")
          .should()
          .accessTargetWhere(to("chance", PurityTest::chance));

  @ArchTest
  static final ArchRule the_core_starts_no_thread_and_waits_for_none =
      noClasses()
          .that()
          .resideInAPackage("io.bitten.core..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.Thread");

  /**
   * The memory ports serve many threads at once in tests; nothing else in the core knows threads.
   */
  @ArchTest
  static final ArchRule only_the_memory_ports_know_threads =
      noClasses()
          .that()
          .resideInAPackage("io.bitten.core..")
          .and()
          .resideOutsideOfPackage("io.bitten.core.memory..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.concurrent..", "java.util.logging..");

  /**
   * Adapters and functions take the world's time; only what starts the world may ask a clock. The
   * tables' own expiry runs on the wall's time, also when the platform replays another year.
   */
  @ArchTest
  static final ArchRule adapters_and_desks_take_the_worlds_time =
      noClasses()
          .that()
          .resideInAnyPackage("io.bitten.adapters..", "io.bitten.functions.*..")
          .and()
          .resideOutsideOfPackage("io.bitten.functions.wiring..")
          .and()
          .doNotHaveFullyQualifiedName("io.bitten.adapters.dynamodb.DynamoStores")
          .should()
          .accessTargetWhere(to("a clock", PurityTest::clock));

  private interface Question {
    boolean asks(AccessTarget target);
  }

  private static DescribedPredicate<JavaAccess<?>> to(String what, Question question) {
    return target(
        new DescribedPredicate<AccessTarget>(what) {
          @Override
          public boolean test(AccessTarget target) {
            return question.asks(target);
          }
        });
  }

  private static boolean impure(AccessTarget target) {
    return clock(target)
        || owner(target).equals("java.lang.System") && SURROUNDINGS.contains(target.getName());
  }

  private static boolean clock(AccessTarget target) {
    String owner = owner(target);
    boolean now = owner.startsWith("java.time.") && target.getName().equals("now");
    boolean system =
        Set.of("java.time.Clock", "java.time.InstantSource").contains(owner)
            && target.getName().startsWith("system");
    boolean legacy =
        Set.of("java.util.Date", "java.util.GregorianCalendar").contains(owner)
            && target.getName().equals("<init>");
    return now || system || legacy;
  }

  private static boolean chance(AccessTarget target) {
    String owner = owner(target);
    return owner.equals("java.util.Random")
        || owner.startsWith("java.util.random.")
        || owner.equals("java.util.SplittableRandom")
        || owner.equals("java.security.SecureRandom")
        || owner.equals("java.util.UUID") && target.getName().equals("randomUUID")
        || owner.equals("java.lang.Math") && target.getName().equals("random")
        || owner.equals("java.util.Collections") && target.getName().equals("shuffle");
  }

  private static String owner(AccessTarget target) {
    return target.getOwner().getFullName();
  }
}
