package org.crease.app.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crease.app.terminal.Numbers;

/** Whether runs can be written where they are to be written, and whether there is room for them. */
final class RunsCheck implements Check {

    private static final String NAME = "Runs directory";
    private static final double FULL = 0.95;

    private final Path runs;

    RunsCheck(Path runs) {
        this.runs = runs;
    }

    @Override
    public Result look() {
        Path existing = runs.toAbsolutePath().normalize();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            return Result.problem(
                    NAME, runs + ": " + existing.getFileName() + " is not a directory", "Choose another with --runs.");
        }
        if (!writable(existing)) {
            return Result.problem(NAME, runs + " cannot be written", "Choose another with --runs.");
        }
        return room(existing);
    }

    private Result room(Path existing) {
        String place = runs + (Files.exists(runs) ? "" : " (will be made)");
        try {
            FileStore store = Files.getFileStore(existing);
            return room(place, store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException unknown) {
            return Result.ok(NAME, place + ", free space unknown");
        }
    }

    static Result room(String place, long free, long total) {
        String found = place + ", " + Numbers.bytes(free) + " free";
        double used = total > 0 ? 1 - (double) free / total : 0;
        Result result = used > FULL
                ? Result.problem(NAME, found, "The disk is " + Numbers.percent(used) + " full: make room.")
                : Result.ok(NAME, found);
        return result.with("free", free).with("total", total);
    }

    private static boolean writable(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".crease-doctor", ""));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
