package org.crease.app.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule holds in the house, and each is seen to fail on a class that breaks it (package {@code org.crease.fixture}). */
class RoomsTest {

    private static final String FIXTURE = "org.crease.fixture";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static JavaClasses house;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static JavaClasses wronglyBuilt;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/org/crease/fixture/"))
                .importPackages("org.crease");
        wronglyBuilt = new ClassFileImporter().importPackages(FIXTURE);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(Rooms::homologyKnowsTheJdkAlone, "homology.UsesArrays"),
                rule(Rooms::probesKnowHomologyAndArrays, "probes.UsesJson"),
                rule(Rooms::onlyTheOverlapProbeSolvesLinearPrograms, "probes.SolvesLinearPrograms"),
                rule(Rooms::gpuKnowsHomologyProbesAndDrivers, "gpu.UsesRunlog"),
                rule(Rooms::onlyTheAppKnowsTheGpu, "trainer.UsesGpu"),
                rule(Rooms::runlogKnowsProbes, "runlog.UsesTrainer"),
                rule(Rooms::inspectorKnowsRunlogAndHttp, "inspector.UsesTrainer"),
                rule(Rooms::onlyTheTrainerKnowsDeeplearning4j, "runlog.UsesDeeplearning4j"),
                rule(Rooms::noRoomKnowsTheApp, "trainer.UsesApp"),
                rule(Rooms::onlyTheAppPrints, "trainer.Prints"),
                rule(Rooms::kernelsDoNotLog, "probes.Logs"),
                rule(Rooms::nobodyReadsJavaObjects, "app.ReadsObjects"),
                rule(Rooms::nobodyDrawsUnseededNumbers, "trainer.DrawsUnseeded"),
                rule(Rooms::nobodyReadsTheWallClockDirectly, "runlog.ReadsTheClock"),
                rule(Rooms::packagesHaveNoCycles, "cycle.one.One"));
    }

    private static Arguments rule(Function<Rooms, ArchRule> rule, String breaker) {
        return Arguments.of(rule, breaker);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsInTheHouse(Function<Rooms, ArchRule> rule, String unused) {
        assertThat(unused).isNotEmpty();
        rule.apply(new Rooms("org.crease")).check(house);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void failsOnTheClassThatBreaksIt(Function<Rooms, ArchRule> rule, String breaker) {
        ArchRule inFixture = rule.apply(new Rooms(FIXTURE));
        assertThatThrownBy(() -> inFixture.check(wronglyBuilt))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(FIXTURE + "." + breaker);
    }

    @Test
    void everyRoomIsRead() {
        assertThat(Stream.of("probes", "gpu", "runlog", "inspector", "trainer", "app"))
                .allMatch(room ->
                        house.stream().anyMatch(type -> type.getPackageName().startsWith("org.crease." + room)));
    }
}
