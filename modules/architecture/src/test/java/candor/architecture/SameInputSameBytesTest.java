package candor.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Predicate;

/** Nothing that a result depends on comes from the machine it is computed on, and nothing changes behind its back. */
@AnalyzeClasses(packages = "candor", importOptions = Shipped.class)
class SameInputSameBytesTest {

    /** Methods that answer something else on another machine or at another time, by the class that has them. */
    private static final Map<String, Set<String>> AMBIENT = Map.of(
            System.class.getName(), Set.of("getenv", "currentTimeMillis"),
            Clock.class.getName(), Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds"),
            ZoneId.class.getName(), Set.of("systemDefault"),
            Locale.class.getName(), Set.of("getDefault"),
            TimeZone.class.getName(), Set.of("getDefault"),
            Math.class.getName(), Set.of("random"),
            UUID.class.getName(), Set.of("randomUUID"));

    /** Those of Math whose last bit may differ between machines; the others are exact. */
    private static final Set<String> INEXACT = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private static final Set<String> ROUNDS_ITSELF =
            Set.of("candor.reporting.text.Numerals", "candor.marketdata.yahoo.AsTraded");

    @ArchTest
    static final ArchRule machineIsAskedAtTheEdgeAlone = noClasses()
            .that(are("outside the wiring", type -> !isWiring(type)))
            .should()
            .accessTargetWhere(access("asks the machine for time, place or chance", SameInputSameBytesTest::isAmbient))
            .because("clock, seeds and environment are handed in");

    @ArchTest
    static final ArchRule numbersAreTheSameOnEveryMachine = noClasses()
            .that()
            .resideInAnyPackage(
                    "candor.forecasting..",
                    "candor.store..",
                    "candor.cleaning..",
                    "candor.pipeline..",
                    "candor.serving..",
                    "candor.marketdata.vintage..",
                    "candor.reporting..")
            .should()
            .accessTargetWhere(access(
                    "may be rounded differently elsewhere",
                    target -> target.getOwner().isEquivalentTo(Math.class) && INEXACT.contains(target.getName())))
            .because("what reaches an artefact is computed with StrictMath")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule oneWriterRoundsForReaders = noClasses()
            .that(are(
                    "neither the writer of figures nor axes nor prices restated in their own decimals",
                    type -> !type.getPackageName().equals("candor.forecasting.text")
                            && !ROUNDS_ITSELF.contains(type.getName())))
            .should()
            .accessTargetWhere(access(
                    "rounds decimals",
                    target -> target.getName().equals("setScale")
                            || target.getOwner().isAssignableTo(NumberFormat.class)))
            .because(
                    "the same value has the same digits wherever a person reads it; see candor.forecasting.text.Figures");

    @ArchTest
    static final ArchRule globalsDoNotChange = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingIsChangedFromOutside =
            fields().that().areNotPrivate().should().beFinal().allowEmptyShould(true);

    @ArchTest
    static final ArchRule whatTravelsDoesNotChange = fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(
                    "candor.forecasting.market..",
                    "candor.store.checkpoint..",
                    "candor.store.failure..",
                    "candor.store.port..",
                    "candor.pipeline.report..")
            .should()
            .beFinal()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule datesAreJavaTime =
            noClasses().should().dependOnClassesThat().belongToAnyOf(Date.class, SimpleDateFormat.class);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should(ArchConditions.be(simpleNameEndingWith("Manager")
                    .or(simpleNameEndingWith("Helper"))
                    .or(simpleNameEndingWith("Util"))
                    .or(simpleNameEndingWith("Utils"))));

    private static boolean isWiring(JavaClass type) {
        return type.getPackageName().startsWith("candor.local.cli")
                || type.getPackageName().startsWith("candor.local.wiring")
                || type.getPackageName().startsWith("candor.function.")
                || type.getName().startsWith("candor.aws.AwsSettings")
                || type.getName().startsWith("candor.aws.lambda.FunctionPorts");
    }

    private static boolean isAmbient(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        boolean now = owner.startsWith("java.time.") && target.getName().equals("now") && !takes(target, Clock.class);
        boolean unseeded = owner.equals(Random.class.getName())
                && target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                && target.getRawParameterTypes().isEmpty();
        return now || unseeded || AMBIENT.getOrDefault(owner, Set.of()).contains(target.getName());
    }

    private static boolean takes(CodeUnitAccessTarget target, Class<?> type) {
        return target.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(type));
    }

    private static DescribedPredicate<JavaClass> are(String what, Predicate<JavaClass> test) {
        return DescribedPredicate.describe(what, test);
    }

    private static DescribedPredicate<JavaAccess<?>> access(String what, Predicate<CodeUnitAccessTarget> test) {
        return DescribedPredicate.describe(
                what, access -> access.getTarget() instanceof CodeUnitAccessTarget target && test.test(target));
    }
}
