package org.crease.app.doctor;

/** TensorBoard reads what every run writes; Crease itself does not need it. */
final class TensorBoardCheck implements Check {

    private final Machine machine;

    TensorBoardCheck(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Result look() {
        return machine.program("tensorboard").isPresent()
                ? Result.ok("TensorBoard", "found: tensorboard --logdir runs")
                : Result.missing("TensorBoard", "none found", "Optional: pip install tensorboard.");
    }
}
