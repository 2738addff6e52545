package org.crease.app.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.JsonOption;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Terminal;
import org.crease.trainer.data.library.DatasetLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at the machine. Fails when something is there that Crease needs and that does not work. */
@Command(
        name = "doctor",
        header = "Say what this machine has, what is missing, and what to do",
        description = "Looks at Java, processor, memory, ND4J (which it loads and tries), devices, data sets and disk."
                + " What is missing is not needed; a problem is, and makes the exit status 1.",
        footer = {"", "@|bold Examples|@", "  $ crease doctor", "  $ crease doctor --json > machine.json"})
public final class DoctorCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Machine machine;
    private final Graphics graphics;

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Where runs will go (default: ${DEFAULT-VALUE}).")
    private Path runs = Path.of("runs");

    @Mixin
    private JsonOption json = new JsonOption();

    public DoctorCommand(Terminal terminal) {
        this(terminal, Machine.present(), Graphics.present());
    }

    DoctorCommand(Terminal terminal, Machine machine, Graphics graphics) {
        this.terminal = terminal;
        this.machine = machine;
        this.graphics = graphics;
    }

    @Override
    public Integer call() {
        List<Result> results = new ArrayList<>();
        for (Check check : checks()) {
            results.add(check.look());
        }
        Diagnosis diagnosis = Diagnosis.of(results);
        if (json.asked()) {
            terminal.print(JsonText.document(diagnosis));
        } else {
            terminal.print(diagnosis.lines(terminal.outScreen()));
        }
        return diagnosis.problems() == 0 ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private List<Check> checks() {
        List<Check> checks = new ArrayList<>(List.of(
                new JavaCheck(machine),
                new SystemCheck(machine),
                new ProcessorCheck(machine),
                new MemoryCheck(machine),
                new ThreadsCheck(machine),
                new BackendCheck(machine)));
        checks.addAll(graphics.checks());
        checks.add(new DatasetsCheck(DatasetLibrary::standard));
        checks.add(new RunsCheck(runs));
        checks.add(new TensorBoardCheck(machine));
        return checks;
    }
}
