package org.crease.trainer.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/** Brings ND4J's CUDA backend up, multiplies two matrices, and writes how it went to a file. See {@link TrialProcess}. */
final class CudaTrial {
    static final String PASSED = "passed";

    private static final int SIZE = 128;

    private CudaTrial() {}

    /**
     * Where the process starts.
     *
     * @param arguments the file to write to; the index of the card
     */
    public static void main(String[] arguments) throws IOException {
        String verdict;
        try {
            verdict = attempt(new Card(Integer.parseInt(arguments[1]), "", 0, 0, 0, ""));
        } catch (RuntimeException | Error failure) {
            verdict = told(failure);
        }
        Files.writeString(Path.of(arguments[0]), verdict);
    }

    private static String attempt(Card card) {
        refuseSilence();
        new Nd4jStart(Backends.present()).accept(new DeviceChoice(card, "", true));
        Nd4jStart.pin(card);
        try (INDArray ones = Nd4j.ones(SIZE, SIZE);
                INDArray product = ones.mmul(ones)) {
            double sum = product.sumNumber().doubleValue();
            double expected = (double) SIZE * SIZE * SIZE;
            return sum == expected
                    ? PASSED
                    : "a matrix product is wrong: the sum is " + sum + " instead of " + expected;
        }
    }

    /** ND4J keeps to itself why a backend is not available; asked directly, the backend says it. */
    private static void refuseSilence() {
        ClassLoader cuda = new BackendLoader(CudaTrial.class.getClassLoader(), Backends.CUDA);
        ServiceLoader.load(Nd4jBackend.class, cuda).forEach(Nd4jBackend::canRun);
    }

    private static String told(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String card = CardFailure.of(failure).map(CardFailure::text).orElse("");
        return card.isEmpty() ? root.getClass().getSimpleName() + ": " + root.getMessage() : card;
    }
}
