package org.crease.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.crease.runlog.storage.Printable;

class WrapProperties {

    @Property(tries = 200)
    void wordsStayInOrderAndLinesFit(
            @ForAll @NotEmpty List<@AlphaChars @StringLength(min = 1, max = 12) String> words,
            @ForAll @IntRange(min = 12, max = 60) int width) {
        List<String> lines = Wrap.words(String.join(" ", words), width);
        assertThat(String.join(" ", lines)).isEqualTo(String.join(" ", words));
        assertThat(lines).allMatch(line -> line.length() <= width);
    }

    @Property(tries = 100)
    void printableTextHasNoControlCharacters(@ForAll String text) {
        assertThat(Printable.of(text).codePoints()).noneMatch(Character::isISOControl);
    }
}
