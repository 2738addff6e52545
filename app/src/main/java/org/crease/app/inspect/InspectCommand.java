package org.crease.app.inspect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.Failure;
import org.crease.app.command.JsonOption;
import org.crease.app.command.StopOnSignal;
import org.crease.app.command.UserError;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Terminal;
import org.crease.inspector.Inspector;
import org.crease.inspector.server.Access;
import org.crease.runlog.storage.Printable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crease inspect}. */
@Command(
        name = "inspect",
        header = "Look at runs in a browser, while they train and afterwards",
        customSynopsis = "crease inspect [DIR] [--host H] [--port N] [--token T]",
        description = {
            "Serves a page that shows the runs of a directory, or one run, until Ctrl-C. New runs and new checkpoints appear"
                    + " by themselves. From the page checkpoints are replayed, runs tagged, pinned and deleted.",
            "Only this machine can open it. With another --host whoever knows the token can too."
        },
        footer = {
            "",
            "@|bold Examples|@",
            "  $ crease inspect",
            "  $ crease inspect runs/quickstart --port 8080",
            "  $ crease inspect --host 0.0.0.0"
        })
public final class InspectCommand implements Callable<Integer> {
    private static final String PORT = "6007";
    private static final int LARGEST_PORT = 65_535;

    private final Terminal terminal;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "runs",
            description = "A directory of runs, or a run (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of("runs");

    @Option(
            names = "--host",
            paramLabel = "H",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}, this machine alone).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = PORT,
            description = "The port to listen on; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port = Integer.parseInt(PORT);

    @Option(
            names = "--token",
            paramLabel = "T",
            description =
                    "What a browser must know to see the page; any address but this machine's own needs one, and gets"
                            + " a random one if none is given.")
    private @Nullable String token;

    @Mixin
    private JsonOption json = new JsonOption();

    public InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LARGEST_PORT) {
            throw new UserError("--port is " + port + ", 0 to " + LARGEST_PORT + " is expected");
        }
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new UserError(
                    Printable.of(directory.toString()) + " is no directory; one that holds runs is expected");
        }
        Access access = access();
        CountDownLatch asked = new CountDownLatch(1);
        try (Inspector inspector = start(access);
                StopOnSignal signal = StopOnSignal.of(() -> {
                    asked.countDown();
                    return true;
                })) {
            say(inspector, access);
            asked.await();
        }
        return ExitStatus.DONE;
    }

    private void say(Inspector inspector, Access access) {
        String shown = Printable.of(directory.toString());
        if (json.asked()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("address", inspector.address().toString());
            result.put("runs", directory.toAbsolutePath().normalize().toString());
            terminal.print(JsonText.document(result));
            return;
        }
        terminal.print("Crease shows " + shown + " at " + inspector.address());
        if (!Files.isDirectory(directory)) {
            terminal.tell("there is no " + shown + " yet; runs appear as soon as there are any");
        }
        if (!access.address().isLoopbackAddress()) {
            terminal.tell(
                    "whoever has this address can see, replay and delete the runs; it is not encrypted on its way");
        }
        terminal.tell("Ctrl-C ends it");
    }

    private Access access() {
        try {
            return Access.to(host, port, token);
        } catch (IllegalArgumentException wrong) {
            throw new UserError(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private Inspector start(Access access) {
        try {
            return new Inspector(directory, access, new ProbingAgain());
        } catch (IllegalStateException unbound) {
            throw new Failure(unbound.getMessage() + "; another --port may be free, and 0 takes any that is", unbound);
        }
    }
}
