package org.crease.app.doctor;

import java.util.Set;

/** Operating system and architecture: ND4J has native code for few of them. */
final class SystemCheck implements Check {

    private static final Set<String> SERVED = Set.of("amd64", "x86_64", "aarch64");

    private final Machine machine;

    SystemCheck(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Result look() {
        String architecture = machine.property("os.arch");
        String found = machine.property("os.name") + " " + machine.property("os.version") + ", " + architecture;
        Result result = SERVED.contains(architecture)
                ? Result.ok("System", found)
                : Result.problem("System", found, "ND4J has native code for 64-bit x86 and ARM only.");
        return result.with("architecture", architecture);
    }
}
