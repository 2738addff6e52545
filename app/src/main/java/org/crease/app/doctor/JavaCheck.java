package org.crease.app.doctor;

/** The Java that runs us. */
final class JavaCheck implements Check {

    private static final int OLDEST = 17;

    private final Machine machine;

    JavaCheck(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Result look() {
        int feature = Runtime.version().feature();
        String found = machine.property("java.runtime.version") + " (" + machine.property("java.vendor") + ")";
        Result result = feature >= OLDEST
                ? Result.ok("Java", found)
                : Result.problem("Java", found, "Install a JDK of version " + OLDEST + " or newer.");
        return result.with("feature", feature).with("vm", machine.property("java.vm.name"));
    }
}
