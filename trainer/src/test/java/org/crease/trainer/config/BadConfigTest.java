package org.crease.trainer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crease.trainer.config.Reading.MINIMAL;
import static org.crease.trainer.config.Reading.config;
import static org.crease.trainer.config.Reading.problems;
import static org.crease.trainer.config.Reading.problemsWith;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of each kind of mistake: rows C2 to C7 and C10 of the matrix of bad input. */
class BadConfigTest {

    @Test
    void theMinimalConfigurationIsRight() {
        assertThat(problems(MINIMAL)).isEmpty();
        assertThat(config(MINIMAL).training().batchSize()).isEqualTo(64);
        assertThat(config(MINIMAL).checkpoints().keepBest()).isTrue();
        assertThat(config(MINIMAL).network().initialization()).isEqualTo(new InitializationConfig.PyTorch());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "010          | a whole number, not 010; write 10, or 8 if it is octal",
                "089          | a whole number, not 089; write 89",
                "0o17         | a whole number, not 0o17; write 17, or 15 if it is octal",
                "1:30:00      | a whole number, not 1:30:00; write 5400",
                "0x1F         | a whole number, not 0x1F; write 31",
                "0b101        | a whole number, not 0b101; write 5",
                "1_000        | a whole number, not 1_000; write 1000",
                "1 000        | a whole number, not 1 000; write 1000",
                "~            | a whole number, not ~",
                "2024-01-02   | a whole number, not 2024-01-02",
                "1e3          | a whole number, not 1e3; write 1000",
                "64.0         | a whole number, not 64.0; write 64",
                "1.5          | a whole number, not 1.5",
                "'\"64\"'     | a whole number, not \"64\"; leave the quotes out",
                ".nan         | a whole number, not .nan; numbers are finite",
                "-.inf        | a whole number, not -.inf; numbers are finite",
                "many         | a whole number, not many",
                "[64]         | a whole number, not a list",
                "'{a: 1}'     | a whole number, not a mapping",
                "-3           | at least 1, not -3",
                "0            | at least 1, not 0",
                "3000000000   | at most 2147483647, not 3000000000",
            })
    void c2_c4_whatIsNoWholeNumberIsRefusedWithWhatToWrite(String written, String must) {
        assertThat(problemsWith("epochs: 1", "epochs: 1\n  batch-size: " + written))
                .containsExactly("x.yaml:10:15: training.batch-size must be " + must);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e309  | is beyond the largest number, 1.7976931348623157E308: 1e309",
                "1e-400 | is below the smallest number, 4.9E-324: 1e-400",
                ".inf   | must be a number, not .inf; numbers are finite",
                "NaN    | must be a number, not NaN; numbers are finite",
                "'0,5'  | must be a number, not 0,5; write 0.5",
                "-0.1   | must be at least 0, not -0.1",
                "yes    | must be a number, not yes",
            })
    void c4_whatIsNoNumberIsRefused(String written, String message) {
        assertThat(problemsWith("epochs: 1", "epochs: 1\n  l2: " + written))
                .containsExactly("x.yaml:10:7: training.l2 " + message);
    }

    @ParameterizedTest
    @CsvSource({"1e-3,0.001", "1e3,1000", ".5,0.5", "5.,5", "+2,2", "1E+2,100"})
    void c2_numbersWithExponentAreNumbers(String written, double value) {
        assertThat(config(MINIMAL, "training.l2=" + written).training().l2()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"yes,true", "On,true", "True,true", "no,false", "off,false", "FALSE,false"})
    void c2_otherWordsForTrueAndFalseAreRefused(String written, String instead) {
        assertThat(problems(MINIMAL + "checkpoints: {start: " + written + "}"))
                .containsExactly(
                        "x.yaml:10:22: checkpoints.start must be true or false, not " + written + "; write " + instead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "on", "010", "1.0", "2024-01-02", "true"})
    void c2_textIsTakenAsItStands(String written) {
        assertThat(config(MINIMAL.replace("mnist", written)).task().data())
                .isEqualTo(new DataConfig.Dataset(written, 0, 0));
    }

    @Test
    void c2_anchorsAliasesTagsMergeKeysAndDocumentsAreRefusedAllAtOnce() {
        assertThat(problems("a: &x 1\nb: *x\n<<: {}\nc: !!java.util.Date 1\n--- \nd: 1\n"))
                .containsSubsequence(
                        "x.yaml:1:4: an anchor (&x) is not supported; write the value again, or use extends",
                        "x.yaml:2:4: an alias (*) is not supported; write the value again, or use extends",
                        "x.yaml:3:1: a merge key (<<) is not supported; use extends",
                        "x.yaml:4:4: a tag (tag:yaml.org,2002:java.util.Date) is not supported; leave it out",
                        "x.yaml:5:1: a second document begins here; a file holds one");
    }

    @Test
    void c3_anUnknownKeyIsToldWithTheNearestOne() {
        assertThat(problemsWith("epochs: 1", "epochs: 1\n  batch-sise: 3"))
                .containsExactly("x.yaml:10:3: training.batch-sise is not a setting; did you mean batch-size?");
        assertThat(problemsWith("epochs: 1", "epochs: 1\n  batchSize: 3"))
                .containsExactly("x.yaml:10:3: training.batchSize is not a setting; did you mean batch-size?");
        assertThat(problemsWith("epochs: 1", "epochs: 1\n  optimiser: adam"))
                .containsExactly("x.yaml:10:3: training.optimiser is not a setting; did you mean optimizer?");
    }

    @Test
    void c3_anUnknownKeyThatIsNearNoneIsToldWithAllOfThem() {
        assertThat(problemsWith("{units: 8}", "{units: 8, frobnicate: 1}"))
                .containsExactly("x.yaml:7:25: network.layers.0.dense.frobnicate is not a setting;"
                        + " known here: units, activation, initialization");
        assertThat(problems(MINIMAL + "probes: [topology: {k: 1}]"))
                .containsExactly("x.yaml:10:21: probes.0.topology.k is not a setting; known here: name");
    }

    @Test
    void c3_theBeginningOfANameIsCompleted() {
        assertThat(problemsWith("dense: {units: 8}", "conv: {filters: 8}"))
                .singleElement()
                .asString()
                .endsWith(", not conv; did you mean convolution?");
        assertThat(problems("extend: base.yaml\n" + MINIMAL))
                .containsExactly("x.yaml:1:1: extend is not a setting; did you mean extends?");
    }

    @Test
    void c4_aValueInPlaceOfSettingsIsToldHowTheyAreWritten() {
        assertThat(problemsWith("dense: {units: 8}", "dense: 8"))
                .containsExactly("x.yaml:7:14: network.layers.0.dense must be settings, such as {units: ..}, not 8");
    }

    @Test
    void c3_aKeyGivenTwiceIsToldWithBothLines() {
        assertThat(problemsWith("epochs: 1", "epochs: 1\n  epochs: 2"))
                .containsExactly("x.yaml:10:3: the key epochs is given twice; first in line 9");
    }

    @Test
    void c3_anUnknownVariantIsToldWithTheNearestOne() {
        assertThat(problemsWith("dense: {units: 8}", "dens: {units: 8}"))
                .containsExactly("x.yaml:7:7: network.layers.0 must be one of dense, convolution, pooling,"
                        + " batch-norm, dropout, activation, residual, not dens; did you mean dense?");
    }

    @Test
    void c3_anUnknownProbeIsToldWithThoseFound() {
        assertThat(problems(MINIMAL + "probes: [rnk, mapper]"))
                .containsExactly(
                        "x.yaml:10:10: probes.0 must be one of rank, topology, not rnk; did you mean rank?",
                        "x.yaml:10:15: probes.1 must be one of rank, topology, not mapper");
    }

    @Test
    void c3_anUnknownWordIsToldWithThoseKnown() {
        assertThat(problems(MINIMAL + "device: gpu"))
                .containsExactly("x.yaml:10:9: device must be one of auto, cpu, cuda, not gpu");
        assertThat(problemsWith("{units: 8}", "{units: 8, activation: ReLU}"))
                .containsExactly("x.yaml:7:37: network.layers.0.dense.activation must be one of identity, relu,"
                        + " leaky-relu, sigmoid, tanh, elu, gelu, softplus, swish, not ReLU; did you mean relu?");
    }

    @Test
    void c4_settingsBesideTheirVariantAreToldToGoFurtherIn() {
        assertThat(problemsWith("- dense: {units: 8}", "- dense:\n      units: 8"))
                .containsExactly("x.yaml:7:7: network.layers.0 has dense, units side by side;"
                        + " settings of dense are written under it, further in");
    }

    @Test
    void c4_whatMustBeGivenIsMissed() {
        assertThat(problems("name: x\ntask:\n  data: dataset\nnetwork: {layers: [dense]}\n"))
                .containsExactly(
                        "x.yaml:1:1: training is missing: How it is trained",
                        "x.yaml:3:9: task.data.dataset.name is missing: The name",
                        "x.yaml:4:20: network.layers.0.dense.units is missing: Number of units");
    }

    @Test
    void c4_aKeyWithoutValueIsRefused() {
        assertThat(problemsWith("epochs: 1", "epochs:"))
                .containsExactly("x.yaml:9:3: training.epochs has no value; write null for none");
        assertThat(problems(MINIMAL + "checkpoints:"))
                .containsExactly("x.yaml:10:1: checkpoints has no value; for its default, leave the key out");
    }

    @Test
    void c5_noLayersAreRefused() {
        assertThat(problemsWith("layers:\n    - dense: {units: 8}", "layers: []"))
                .containsExactly("x.yaml:6:11: network.layers is empty; a network needs a hidden layer");
        assertThat(problemsWith("dense: {units: 8}", "residual: {layers: []}"))
                .containsExactly("x.yaml:7:26: network.layers.0.residual.layers is empty; a block needs a layer");
    }

    @Test
    void c6_exactlyOneOfEpochsAndStepsIsGiven() {
        assertThat(problemsWith("epochs: 1", "l1: 0"))
                .containsExactly("x.yaml:9:3: training must say how long: give epochs or steps");
        assertThat(problemsWith("epochs: 1", "epochs: 1\n  steps: 5"))
                .containsExactly("x.yaml:10:10: training.steps and epochs are both given;"
                        + " leave one out, or write null for one that is inherited");
    }

    @Test
    void c6_aBatchIsNoLargerThanTheData() {
        assertThat(problems(MINIMAL, "task.data={toy: {shape: circle, points: 100}}", "training.batch-size=81"))
                .containsExactly("--set training.batch-size=81: training.batch-size is 81,"
                        + " but there are only 80 training samples");
    }

    @Test
    void c6_theLossFitsTheTarget() {
        assertThat(problems(MINIMAL, "task.target=regression", "training.loss=cross-entropy"))
                .containsExactly("--set training.loss=cross-entropy: training.loss cannot be cross-entropy:"
                        + " the target is a number; use mean-squared-error or auto");
        assertThat(problems(
                        MINIMAL, "task.target={discretized: {levels: 2, as: numbers}}", "training.loss=cross-entropy"))
                .hasSize(1);
    }

    @Test
    void c6_theDataCanGiveTheTarget() {
        String function = "task.data={function: {function: sphere}}";
        assertThat(problems(MINIMAL, function))
                .containsExactly(
                        "x.yaml:3:3: task.target cannot be class: a function has values; use regression or discretized");
        assertThat(problems(MINIMAL, function, "task.target.regression.of=mean-intensity"))
                .containsExactly("--set task.target.regression.of=mean-intensity: task.target.regression.of cannot be"
                        + " mean-intensity: only images have it");
        assertThat(problems(MINIMAL, "task.target={discretized: {levels: 3, cut: mean}}"))
                .singleElement()
                .asString()
                .endsWith("task.target.discretized.levels must be 2, not 3: a mean cuts in two");
        assertThat(problems(MINIMAL, "task.target={discretized: {levels: 3, of: input}}"))
                .singleElement()
                .asString()
                .endsWith("task.target.discretized.of cannot be input: levels are those of one number");
    }

    @Test
    void c6_probesHaveDifferentNames() {
        assertThat(problems(MINIMAL + "probes: [rank, {rank: {name: other}}, rank]"))
                .containsExactly("x.yaml:10:39: probes.2 is named rank like probes.0; give one of them another name");
    }

    @Test
    void c6_settingsThatAProbeRefusesAreTold() {
        assertThat(problems(MINIMAL + "probes:\n  - rank: {dimension: 101}"))
                .containsExactly(
                        "x.yaml:11:11: probes.0.rank is refused:" + " dimension is 101, but 100 is the most there is");
    }

    @Test
    void c6_checkpointsAreWithinTheRun() {
        assertThat(problems(MINIMAL, "training.epochs=null", "training.steps=100", "checkpoints.steps=[0, 100, 101]"))
                .containsExactly("--set checkpoints.steps=[0, 100, 101]: checkpoints.steps.2 is step 101,"
                        + " but training ends at step 100 (training.steps)");
    }

    @Test
    void c6_imageLayersDoNotFollowDenseOnes() {
        assertThat(problemsWith(
                        "- dense: {units: 8}",
                        "- dense: {units: 8}\n    - batch-norm\n    - convolution: {filters: 3}\n    - pooling"))
                .containsExactly(
                        "x.yaml:9:20: network.layers.2.convolution needs an image,"
                                + " but network.layers.0.dense has made a vector of it",
                        "x.yaml:10:7: network.layers.3.pooling needs an image,"
                                + " but network.layers.0.dense has made a vector of it");
    }

    @Test
    void c6_paddingKeepsTheSizeOnlyWhereTheKernelReachesTheNextOne() {
        assertThat(problemsWith("dense: {units: 8}", "convolution: {filters: 3, kernel: 2, stride: 3, padding: same}"))
                .containsExactly("x.yaml:7:20: network.layers.0.convolution has stride 3 and kernel 2;"
                        + " with padding same the kernel must be as large as the stride");
        assertThat(problemsWith("dense: {units: 8}", "pooling: {kernel: 2, stride: 3, padding: valid}"))
                .isEmpty();
    }

    @Test
    void c6_residualBlocksKeepTheShape() {
        assertThat(problemsWith(
                        "- dense: {units: 8}", "- dense: {units: 8}\n    - residual: {layers: [dense: {units: 9}]}"))
                .containsExactly("x.yaml:8:26: network.layers.1.residual.layers must keep the shape:"
                        + " 8 features go in, 9 come out");
        assertThat(problemsWith("dense: {units: 8}", "residual: {layers: [convolution: {filters: 3}]}"))
                .containsExactly("x.yaml:7:40: network.layers.0.residual.layers.0.convolution must keep the image's"
                        + " size inside a residual block: stride 1, padding same");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${jndi:ldap://x/y}", "%s%n%x", "{}", "$HOME", "#{1+1}", "{{x}}", "`id`", "$(id)"})
    void c7_nothingInTextIsReplaced(String text) {
        Config config = config(MINIMAL + "runs: '" + text + "'");
        assertThat(config.runs()).isEqualTo(text);
        assertThat(config(Configs.write(config, StubProbe.ALL)).runs()).isEqualTo(text);
        assertThat(problemsWith("epochs: 1", "epochs: '" + text + "'"))
                .containsExactly("x.yaml:9:11: training.epochs must be a whole number, not \"" + text + "\"");
    }

    @Test
    void l1_controlCharactersNeitherPassNorForgeLines() {
        assertThat(problems(MINIMAL + "runs: \"a\\nx.yaml:1:1: all is well\""))
                .containsExactly("x.yaml:10:7: runs holds a control character: \"a\\u000Ax.yaml:1:1: all is well\"");
        assertThat(problems(MINIMAL + "\"a\\e[31m\": 1"))
                .singleElement()
                .asString()
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "''",
                "/etc",
                "a/../../b",
                "'%2e%2e%2f'",
                "a;b",
                "'a#b'",
                "a\\b",
                "'C:'",
                "CON",
                "nul.txt",
                "\"\\0\"",
                "\"a\\nb\"",
                "\"a\\u202Eb\"",
                "\"\\U0001F600\"",
                "é",
                "-x",
                "a.",
                "a b"
            })
    void n1_namesThatAreNoSafeFileNamesAreRefused(String name) {
        assertThat(problemsWith("name: minimal", "name: " + name))
                .singleElement()
                .asString()
                .startsWith("x.yaml:1:7: name ");
        assertThat(problems(MINIMAL + "probes: [rank: {name: " + name + "}]"))
                .singleElement()
                .asString()
                .startsWith("x.yaml:10:23: probes.0.rank.name ");
    }

    @Test
    void n1_aNameHasAtMostAHundredCharacters() {
        assertThat(problemsWith("name: minimal", "name: " + "a".repeat(100))).isEmpty();
        assertThat(problemsWith("name: minimal", "name: " + "a".repeat(101))).hasSize(1);
    }

    @Test
    void c10_anotherVersionOfTheFormatIsRefused() {
        assertThat(problems("schema: 1\n" + MINIMAL)).isEmpty();
        assertThat(problems("schema: 2\nanything: 3\n"))
                .containsExactly("x.yaml:1:9: schema is 2, but this Crease reads up to 1;"
                        + " use the newer Crease that wrote it");
        assertThat(problems("schema: 0\n")).containsExactly("x.yaml:1:9: schema must be 1, not 0");
    }

    @Test
    void everythingWrongIsToldAtOnceInTheOrderOfTheFile() {
        List<String> problems = problems("""
                name: ..
                sed: 3
                task:
                  data: {datset: {name: x}}
                  test-share: 1
                network: {layers: []}
                training: {epochs: 0, batch-size: x, steps: 3}
                """);
        assertThat(problems).hasSize(7).isSortedAccordingTo((a, b) -> line(a) - line(b));
    }

    private static int line(String problem) {
        return Integer.parseInt(problem.split(":", -1)[1]);
    }
}
