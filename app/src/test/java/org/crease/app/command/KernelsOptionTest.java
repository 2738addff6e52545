package org.crease.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class KernelsOptionTest {

    @Command
    private static final class Computing {
        @Mixin
        @SuppressWarnings("UnusedVariable") // acts by itself
        private KernelsOption kernels = new KernelsOption();
    }

    @AfterEach
    void clear() {
        System.clearProperty("crease.device");
    }

    @Test
    void theChoiceIsWhereKernelsReadIt() {
        new CommandLine(new Computing()).parseArgs("--kernels", "cpu");
        assertThat(System.getProperty("crease.device")).isEqualTo("cpu");
    }

    @Test
    void anUnknownDeviceIsRefused() {
        assertThatThrownBy(() -> new CommandLine(new Computing()).parseArgs("--kernels", "tpu"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--kernels is 'tpu'; it must be auto, cpu, cuda or opencl");
    }
}
