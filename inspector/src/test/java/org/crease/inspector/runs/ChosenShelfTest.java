package org.crease.inspector.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChosenShelfTest {

    @Test
    void runsOfOneNameAreToldApartByTheirFolders() {
        Path first = Path.of("/a/monday/mnist");
        Path second = Path.of("/a/tuesday/mnist");
        ChosenShelf shelf = new ChosenShelf(List.of(first, second, first));

        assertThat(shelf.names()).containsExactly("mnist", "tuesday/mnist");
        assertThat(shelf.path("tuesday/mnist")).contains(second);
        assertThat(shelf.path("mnist")).contains(first);
        assertThat(shelf.path("monday/mnist")).isEmpty();
    }
}
