package org.crease.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No kernel is tested on one driver alone. */
class ContractsTest {
    private static final Path TESTS = Path.of("src", "test", "java");

    @Test
    void everyContractIsHeldByBothDrivers() throws IOException {
        List<String> contracts = files("Contract.java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();
        assertThat(contracts).isNotEmpty().allSatisfy(contract -> {
            assertThat(holders(contract, "SimulatedCuda."))
                    .as(contract + " on CUDA")
                    .isNotEmpty();
            assertThat(holders(contract, "OpenCl.")).as(contract + " on OpenCL").isNotEmpty();
        });
    }

    private static List<Path> holders(String contract, String device) throws IOException {
        List<Path> holders = new ArrayList<>();
        for (Path file : files("Test.java")) {
            String text = Files.readString(file);
            if (text.contains(" extends " + contract + " ") && text.contains(device)) {
                holders.add(file);
            }
        }
        return holders;
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(TESTS)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
