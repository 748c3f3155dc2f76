package candor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way: forecasting, store, cleaning, pipeline, the adapters, the functions, and last what runs
 * on one machine. */
@AnalyzeClasses(packages = "candor", importOptions = Shipped.class)
class DependenciesTest {

    private static final String FORECASTING = "candor.forecasting..";
    private static final String STORE = "candor.store..";
    private static final String CLEANING = "candor.cleaning..";
    private static final String PIPELINE = "candor.pipeline..";
    private static final String MARKET_DATA = "candor.marketdata..";
    private static final String REPORTING = "candor.reporting..";
    private static final String AWS = "candor.aws..";
    private static final String FUNCTIONS = "candor.function..";
    private static final String RUNNER = "candor.statemachine..";
    private static final String SERVING = "candor.serving..";
    private static final String LOCAL = "candor.local..";

    @ArchTest
    static final ArchRule forecastingIsMathematicsAlone = classes()
            .that()
            .resideInAPackage(FORECASTING)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(FORECASTING, "java.lang..", "java.math..", "java.time..", "java.util..")
                            .or(resideInAnyPackage("org.hipparchus..", "org.jspecify.annotations..", "smile.."))
                            .or(resideInAnyPackage("", "java.io")))
            .because("the mathematics has no input and no output; java.io is there for UncheckedIOException and the"
                    + " package without a name for arrays of primitives")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule storeKnowsNoRule =
            mayNotKnow(STORE, CLEANING, PIPELINE, SERVING, MARKET_DATA, REPORTING, AWS, FUNCTIONS, LOCAL);

    @ArchTest
    static final ArchRule cleaningKnowsNoStage =
            mayNotKnow(CLEANING, PIPELINE, SERVING, MARKET_DATA, REPORTING, AWS, FUNCTIONS, LOCAL);

    @ArchTest
    static final ArchRule pipelineKnowsNoAdapter =
            mayNotKnow(PIPELINE, SERVING, MARKET_DATA, REPORTING, AWS, FUNCTIONS, LOCAL);

    /** It answers from what stages have made, and asks nobody for prices. */
    @ArchTest
    static final ArchRule servingIsAnAdapter = mayNotKnow(SERVING, MARKET_DATA, REPORTING, AWS, FUNCTIONS, LOCAL);

    @ArchTest
    static final ArchRule marketDataIsAnAdapter =
            mayNotKnow(MARKET_DATA, CLEANING, PIPELINE, SERVING, REPORTING, AWS, FUNCTIONS, LOCAL);

    @ArchTest
    static final ArchRule reportingIsAnAdapter = mayNotKnow(REPORTING, SERVING, MARKET_DATA, AWS, FUNCTIONS, LOCAL);

    @ArchTest
    static final ArchRule awsIsAnAdapter = mayNotKnow(AWS, SERVING, MARKET_DATA, REPORTING, FUNCTIONS, LOCAL);

    /** Others may use it: it executes definitions, whatever they are about. */
    @ArchTest
    static final ArchRule theRunnerKnowsNothingOfCandor = noClasses()
            .that()
            .resideInAPackage(RUNNER)
            .should()
            .dependOnClassesThat(resideInAPackage("candor..").and(not(resideInAPackage(RUNNER))));

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsTheRunner = onlyWithin(RUNNER, RUNNER, LOCAL);

    @ArchTest
    static final ArchRule functionsDoNotKnowWhereTheyRun = mayNotKnow(FUNCTIONS, LOCAL);

    @ArchTest
    static final ArchRule functionsDoNotKnowEachOther = slices().matching("candor.function.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule smileStaysInItsRoom = onlyWithin("smile..", "candor.forecasting.smile..");

    @ArchTest
    static final ArchRule awsClientsStayAtTheEdge = onlyWithin("software.amazon.awssdk..", AWS, FUNCTIONS);

    @ArchTest
    static final ArchRule providersAreAskedFromOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage(MARKET_DATA)
            .should()
            .dependOnClassesThat(resideInAnyPackage("okhttp3..", "okio.."))
            .because("asking a provider politely is done in one place");

    @ArchTest
    static final ArchRule lambdaStaysAtTheEdge =
            // The runner calls handlers, and the command line wires them to it.
            onlyWithin("com.amazonaws.services.lambda..", AWS, FUNCTIONS, RUNNER, "candor.local.wiring..");

    @ArchTest
    static final ArchRule jacksonOneIsAnotherJackson = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core.."))
            .because("JSON is read and written by Jackson 3, tools.jackson");

    @ArchTest
    static final ArchRule packagesOfForecastingHaveNoCycle = packagesHaveNoCycle("candor.forecasting");

    @ArchTest
    static final ArchRule packagesOfTheStoreHaveNoCycle = packagesHaveNoCycle("candor.store");

    @ArchTest
    static final ArchRule packagesOfCleaningHaveNoCycle = packagesHaveNoCycle("candor.cleaning");

    @ArchTest
    static final ArchRule packagesOfPipelineHaveNoCycle = packagesHaveNoCycle("candor.pipeline");

    @ArchTest
    static final ArchRule packagesOfServingHaveNoCycle = packagesHaveNoCycle("candor.serving");

    @ArchTest
    static final ArchRule packagesOfMarketDataHaveNoCycle = packagesHaveNoCycle("candor.marketdata");

    @ArchTest
    static final ArchRule packagesOfReportingHaveNoCycle = packagesHaveNoCycle("candor.reporting");

    @ArchTest
    static final ArchRule packagesOfAwsHaveNoCycle = packagesHaveNoCycle("candor.aws");

    @ArchTest
    static final ArchRule packagesOfTheRunnerHaveNoCycle = packagesHaveNoCycle("candor.statemachine");

    @ArchTest
    static final ArchRule packagesOfLocalHaveNoCycle = packagesHaveNoCycle("candor.local");

    private static ArchRule mayNotKnow(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .allowEmptyShould(true);
    }

    private static ArchRule onlyWithin(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .allowEmptyShould(true);
    }

    private static ArchRule packagesHaveNoCycle(String room) {
        return slices().matching(room + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }
}
