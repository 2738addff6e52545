package org.crease.benchmarks.homology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that computes diagrams. */
interface Contender {

    String name();

    /** What is run. */
    List<String> command(Task task, Data data);

    /** Our command, or Ripser, which has the same words. */
    static Contender ripserLike(String name, List<String> program) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> command(Task task, Data data) {
                List<String> command = new ArrayList<>(program);
                command.addAll(List.of("--format", data.format().toString(), "--dim", "" + task.dimension()));
                if (task.threshold() < Float.POSITIVE_INFINITY) {
                    command.addAll(List.of("--threshold", "" + task.threshold()));
                }
                command.add(data.file().toString());
                return command;
            }
        };
    }

    /** GUDHI, after so many rounds of edge collapse. */
    static Contender gudhi(String name, String python, Path script, int collapses) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> command(Task task, Data data) {
                String threshold = Float.isInfinite(task.threshold()) ? "inf" : "" + task.threshold();
                return List.of(
                        python,
                        script.toString(),
                        data.file().toString(),
                        data.format().toString(),
                        "" + task.dimension(),
                        threshold,
                        "" + collapses);
            }
        };
    }
}
