package org.crease.app.doctor;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crease.trainer.config.Config;
import org.crease.trainer.device.DeviceChoice;
import org.crease.trainer.device.TrainingDevice;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.LoggerFactory;

/**
 * Loads ND4J and multiplies two matrices. Their entries are small integers, so float32 must give exactly what integer
 * arithmetic gives. The only check that loads native code.
 */
final class BackendCheck implements Check {

    private static final String NAME = "ND4J";
    private static final String ADVICE =
            "Look at the cause with --debug. ND4J unpacks about 400 MB to ~/.javacpp/cache on first use; to put it"
                    + " elsewhere, set CREASE_JAVA_OPTS=-Dorg.bytedeco.javacpp.cachedir=FOLDER.";
    private static final Pattern NATIVE_JAR =
            Pattern.compile("nd4j-(native|cuda[^:/]*)-([0-9][^:/]*?)-([a-z]+-[^:/]+)\\.jar");

    private final Machine machine;

    BackendCheck(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Result look() {
        try {
            return loaded();
        } catch (RuntimeException | LinkageError failure) {
            LoggerFactory.getLogger(BackendCheck.class).debug("ND4J could not be loaded", failure);
            return Result.problem(NAME, "could not be loaded: " + reason(failure), ADVICE);
        }
    }

    private Result loaded() {
        DeviceChoice device = TrainingDevice.take(Config.Device.AUTO);
        String backend = Nd4j.getBackend().getClass().getSimpleName();
        String wrong = multiply(61, 47, 53);
        if (!wrong.isEmpty()) {
            return Result.problem(NAME, wrong, "This native library cannot be trusted: report it with this output.");
        }
        String classifier = classifier(device.card() == null ? "native" : "cuda");
        Result result = Result.ok(NAME, backend + " " + classifier + "; " + place(device) + "; self-check passed")
                .with("backend", backend)
                .with("classifier", classifier)
                .with("device", device.recorded());
        return (device.card() == null ? withBlas(result) : result).with("environment", environment());
    }

    private static String place(DeviceChoice device) {
        if (device.open()) {
            return device.words();
        }
        var blas = Nd4j.factory().blas();
        return blas.getBlasVendor() + ", " + blas.getMaxThreads() + " thread" + (blas.getMaxThreads() == 1 ? "" : "s");
    }

    private static Result withBlas(Result result) {
        var blas = Nd4j.factory().blas();
        return result.with("blas", String.valueOf(blas.getBlasVendor())).with("blasThreads", blas.getMaxThreads());
    }

    private static Map<String, String> environment() {
        Map<String, String> told = new TreeMap<>();
        Nd4j.getExecutioner().getEnvironmentInformation().forEach((key, value) -> {
            if (value instanceof String || value instanceof Number) {
                told.put(String.valueOf(key), String.valueOf(value));
            }
        });
        return told;
    }

    private String classifier(String kind) {
        Matcher jar = NATIVE_JAR.matcher(machine.property("java.class.path"));
        while (jar.find()) {
            if (jar.group(1).startsWith(kind)) {
                return jar.group(2) + " " + jar.group(3);
            }
        }
        return "of unknown build";
    }

    /** Empty where the product is right, else what is wrong with it. */
    private static String multiply(int rows, int inner, int columns) {
        try (INDArray left = matrix(rows, inner, 5);
                INDArray right = matrix(inner, columns, 7);
                INDArray product = left.mmul(right)) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    int expected = 0;
                    for (int k = 0; k < inner; k++) {
                        expected += entry(i, k, 5) * entry(k, j, 7);
                    }
                    if (product.getFloat(i, j) != expected) {
                        return "a matrix product is wrong at (" + i + ", " + j + "): " + product.getFloat(i, j)
                                + " instead of " + expected;
                    }
                }
            }
        }
        return "";
    }

    private static INDArray matrix(int rows, int columns, int seed) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = entry(i / columns, i % columns, seed);
        }
        return Nd4j.createFromArray(values).castTo(DataType.FLOAT).reshape('c', rows, columns);
    }

    private static int entry(int row, int column, int seed) {
        return (row * seed + column * 3) % 11 - 5;
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return root.getClass().getSimpleName()
                + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
    }
}
