package org.crease.app.reproduce;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crease.app.command.UserError;
import org.crease.trainer.reproduction.Panel;

/**
 * Which panels of a paper are run. A panel whose training takes hours has a second form, in the folder {@code full}.
 *
 * @param panels those to run
 * @param leftOut names of those that are not, since nobody asked for the long ones
 */
record PanelChoice(List<Panel> panels, List<String> leftOut) {
    private static final String FULL = "full";

    /**
     * Chooses.
     *
     * @param letters of the panels asked for; none for all
     * @param full whether the long forms take the place of the short ones
     * @throws UserError when there is no such panel
     */
    static PanelChoice of(Path folder, List<String> letters, boolean full) {
        List<Panel> shorter = Panel.in(folder);
        List<Panel> longer = longForms(folder.resolve(FULL));
        require(folder, letters, shorter, longer);
        List<Panel> chosen = new ArrayList<>();
        for (Panel panel : shorter) {
            if (asked(panel, letters) && !(full && has(longer, panel))) {
                chosen.add(panel);
            }
        }
        List<Panel> others =
                longer.stream().filter(panel -> asked(panel, letters)).toList();
        if (full) {
            chosen.addAll(others);
        }
        return new PanelChoice(
                List.copyOf(chosen),
                full ? List.of() : others.stream().map(Panel::name).toList());
    }

    /** Their results go into a folder of their own, beside those of the short forms. */
    private static List<Panel> longForms(Path folder) {
        List<Panel> panels = Files.isDirectory(folder) ? Panel.in(folder) : List.of();
        return panels.stream()
                .map(panel -> new Panel(longForm(panel), panel.sweep(), panel.expectation()))
                .toList();
    }

    private static String longForm(Panel panel) {
        return FULL + "/" + panel.name();
    }

    private static void require(Path folder, List<String> letters, List<Panel> shorter, List<Panel> longer) {
        Set<String> known = new LinkedHashSet<>();
        shorter.forEach(panel -> known.add(panel.expectation().panel()));
        longer.forEach(panel -> known.add(panel.expectation().panel()));
        if (known.isEmpty()) {
            throw new UserError(folder + " has no panel: no file ends in .expected.yaml");
        }
        for (String letter : letters) {
            if (known.stream().noneMatch(letter::equalsIgnoreCase)) {
                throw new UserError("--panel is '" + letter + "'; "
                        + known.stream().collect(Collectors.joining(", ", "there are ", "")));
            }
        }
    }

    private static boolean asked(Panel panel, List<String> letters) {
        return letters.isEmpty()
                || letters.stream().anyMatch(panel.expectation().panel()::equalsIgnoreCase);
    }

    private static boolean has(List<Panel> panels, Panel form) {
        return panels.stream().anyMatch(panel -> panel.name().equals(longForm(form)));
    }
}
