package org.crease.trainer.reproduction;

import java.util.List;
import org.crease.probes.Setting;

/** What a panel of a paper should give: written beside a sweep, in {@code NAME.expected.yaml}. */
public record Expectation(
        @Setting("The panel, by the letter that the handbook gives it")
        String panel,

        @Setting("What the panel shows") String title,

        @Setting("Where the facts come from, for those that do not say it themselves")
        String source,

        @Setting(value = "Where our settings are not those of the paper, a sentence each", byDefault = "[]")
        List<String> settings,

        @Setting("What should hold") List<Fact> facts) {

    public Expectation {
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("facts is empty; nothing would be held against the paper");
        }
    }
}
