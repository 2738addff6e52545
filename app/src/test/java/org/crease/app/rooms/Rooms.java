package org.crease.app.rooms;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The rooms of docs/architecture.md as rules. A rule holds for all classes below a root package, so that the same rule
 * can be shown to fail on a house built wrongly on purpose.
 */
final class Rooms {

    private static final String[] JDK = {
        "java.io..",
        "java.lang..",
        "java.math..",
        "java.nio..",
        "java.security..",
        "java.time..",
        "java.util..",
        "org.jspecify.annotations.."
    };
    private static final String[] ARRAYS = {
        "org.nd4j.linalg..", "org.nd4j.common..", "org.nd4j.enums..", "org.bytedeco.."
    };
    private static final String LINEAR_PROGRAMS = "org.ojalgo..";
    private static final String[] JSON = {"tools.jackson..", "com.fasterxml.jackson.annotation.."};
    private static final String[] HTTP = {"java.net..", "org.eclipse.jetty.."};
    private static final String[] PICTURES = {"java.awt..", "java.text..", "javax.imageio.."};
    private static final String[] DRIVERS = {"org.lwjgl.."};
    private static final String[] LOGGING = {"org.slf4j..", "org.apache.logging..", "java.util.logging.."};

    private final String root;

    /** The rules for the house below this package, {@code org.crease} for the real one. */
    Rooms(String root) {
        this.root = root;
    }

    ArchRule homologyKnowsTheJdkAlone() {
        return onlyKnows("homology", JDK);
    }

    ArchRule probesKnowHomologyAndArrays() {
        return onlyKnows("probes", JDK, ARRAYS, new String[] {LINEAR_PROGRAMS}, rooms("homology"));
    }

    ArchRule onlyTheOverlapProbeSolvesLinearPrograms() {
        return noClasses()
                .that(inHouse())
                .and(not(resideInAnyPackage(rooms("probes.overlap"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LINEAR_PROGRAMS)
                .allowEmptyShould(true);
    }

    ArchRule gpuKnowsHomologyProbesAndDrivers() {
        return onlyKnows("gpu", JDK, DRIVERS, LOGGING, rooms("homology", "probes"));
    }

    /** Other rooms own the interfaces of kernels, which are found. */
    ArchRule onlyTheAppKnowsTheGpu() {
        return noClasses()
                .that(inHouse())
                .and(not(resideInAnyPackage(rooms("gpu", "app", "benchmarks"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms("gpu"))
                .allowEmptyShould(true);
    }

    ArchRule runlogKnowsProbes() {
        return onlyKnows("runlog", JDK, PICTURES, ARRAYS, JSON, LOGGING, rooms("homology", "probes"));
    }

    ArchRule inspectorKnowsRunlogAndHttp() {
        return onlyKnows("inspector", JDK, HTTP, JSON, LOGGING, rooms("homology", "probes", "runlog"));
    }

    ArchRule onlyTheTrainerKnowsDeeplearning4j() {
        return noClasses()
                .that(inHouse())
                .and(not(resideInAnyPackage(rooms("trainer", "cluster"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.deeplearning4j..")
                .allowEmptyShould(true);
    }

    ArchRule noRoomKnowsTheApp() {
        return noClasses()
                .that(inHouse())
                .and(not(resideInAnyPackage(rooms("app", "benchmarks"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms("app"))
                .allowEmptyShould(true);
    }

    ArchRule onlyTheAppPrints() {
        return noClasses()
                .that(inHouse())
                .and(not(resideInAnyPackage(rooms("app", "benchmarks"))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .allowEmptyShould(true);
    }

    ArchRule kernelsDoNotLog() {
        return noClasses()
                .that(resideInAnyPackage(rooms("homology", "probes")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LOGGING)
                .allowEmptyShould(true);
    }

    ArchRule nobodyReadsJavaObjects() {
        return noClasses()
                .that(inHouse())
                .should()
                .dependOnClassesThat(assignableTo(ObjectInputStream.class))
                .allowEmptyShould(true);
    }

    ArchRule nobodyDrawsUnseededNumbers() {
        return noClasses()
                .that(inHouse())
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .dependOnClassesThat(assignableTo(ThreadLocalRandom.class))
                .allowEmptyShould(true);
    }

    /** Times come from a {@link Clock} that is passed in; durations may be taken with {@link System#nanoTime()}. */
    ArchRule nobodyReadsTheWallClockDirectly() {
        return noClasses()
                .that(inHouse())
                .and(not(resideInAnyPackage(rooms("app", "benchmarks"))))
                .should()
                .callMethodWhere(describe("it reads the wall clock", Rooms::readsTheWallClock))
                .allowEmptyShould(true);
    }

    ArchRule packagesHaveNoCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private ArchRule onlyKnows(String room, String[]... packages) {
        String[] allowed = Stream.concat(Stream.<String[]>of(rooms(room)), Arrays.stream(packages))
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        return classes()
                .that(resideInAnyPackage(rooms(room)))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> inHouse() {
        return resideInAnyPackage(root + "..");
    }

    private String[] rooms(String... names) {
        return Arrays.stream(names).map(name -> root + "." + name + "..").toArray(String[]::new);
    }

    private static boolean readsTheWallClock(JavaMethodCall call) {
        boolean now = call.getName().equals("now")
                && call.getTargetOwner().getPackageName().equals("java.time")
                && call.getTarget().getRawParameterTypes().isEmpty();
        return now || call.getName().equals("currentTimeMillis");
    }
}
