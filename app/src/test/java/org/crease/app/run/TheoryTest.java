package org.crease.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;
import org.junit.jupiter.api.Test;

class TheoryTest {

    @Test
    void aShapeWithoutPartsIsOneLine() {
        assertThat(Theory.line(Truth.of(Betti.of(1, 2, 1)))).isEqualTo("in theory: 1 component, 2 loops, 1 void");
        assertThat(Theory.line(Truth.of(Betti.of(27, 0, 27, 3))))
                .isEqualTo("in theory: 27 components, 0 loops, 27 voids, 3 of dimension 3");
    }

    @Test
    void classesThatAreAlikeAreSaidOnce() {
        Betti circle = Betti.of(1, 1);
        assertThat(Theory.line(new Truth(Betti.of(2, 2), List.of(circle, circle))))
                .isEqualTo("in theory: 2 components, 2 loops (each class: 1 component, 1 loop)");
    }

    @Test
    void classesThatDifferAreSaidOneByOne() {
        assertThat(Theory.line(new Truth(Betti.of(10, 9), List.of(Betti.of(9, 0), Betti.of(1, 9)))))
                .isEqualTo("in theory: 10 components, 9 loops (class 0: 9 components, 0 loops;"
                        + " class 1: 1 component, 9 loops)");
    }

    @Test
    void aShapeWithTorsionNamesTheFields() {
        Truth bottle = Truth.of(new Betti(List.of(1, 2, 1), List.of(1, 1, 0)));
        assertThat(Theory.line(bottle))
                .isEqualTo("in theory: 1 component, 2 loops, 1 void over Z/2,"
                        + " but 1 component, 1 loop, 0 voids over other fields");
        assertThat(Theory.counts(bottle)).containsEntry("loops", 2.0).containsEntry("voids", 1.0);
        assertThat(Theory.json(bottle))
                .containsEntry("betti_z2", List.of(1, 2, 1))
                .containsEntry("betti_other_fields", List.of(1, 1, 0))
                .containsEntry("classes_betti_z2", List.of());
    }
}
