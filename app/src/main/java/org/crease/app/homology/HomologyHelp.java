package org.crease.app.homology;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.crease.app.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;

/** The command with its help, whose options stand in groups. */
public final class HomologyHelp {

    private static final List<Group> GROUPS = List.of(
            new Group("Input", "--format", "--metric", "--lower-half"),
            new Group(
                    "Filtration",
                    "--complex",
                    "--landmarks",
                    "--epsilon",
                    "--neighbours",
                    "--dim",
                    "--threshold",
                    "--modulus"),
            new Group("Representatives", "--representatives", "--longest", "--verify"),
            new Group("Output", "--show", "--ratio", "--json", "--out"),
            new Group("Limits", "--estimate", "--max-memory", "--max-time", "--threads", "--kernels"));
    private static final String REST = "Help";

    private HomologyHelp() {}

    private record Group(String heading, List<String> names) {
        Group(String heading, String... names) {
            this(heading, List.of(names));
        }

        boolean holds(OptionSpec option) {
            return place(option) >= 0;
        }

        int place(OptionSpec option) {
            return Arrays.stream(option.names()).mapToInt(names::indexOf).max().orElse(-1);
        }

        /** Those of the group, in its order. */
        List<OptionSpec> of(List<OptionSpec> options) {
            return options.stream()
                    .filter(this::holds)
                    .sorted(Comparator.comparingInt(this::place))
                    .toList();
        }
    }

    /** The command line of the command. */
    public static CommandLine line(Terminal terminal) {
        CommandLine line = new CommandLine(new HomologyCommand(terminal));
        line.getHelpSectionMap().put(SECTION_KEY_OPTION_LIST_HEADING, help -> "");
        line.getHelpSectionMap().put(SECTION_KEY_OPTION_LIST, HomologyHelp::options);
        return line;
    }

    private static String options(Help help) {
        StringBuilder text = new StringBuilder();
        List<OptionSpec> all = help.commandSpec().options();
        for (Group group : GROUPS) {
            append(text, help, group.heading(), group.of(all));
        }
        List<OptionSpec> rest = all.stream()
                .filter(option -> GROUPS.stream().noneMatch(group -> group.holds(option)))
                .toList();
        append(text, help, REST, rest);
        return text.toString();
    }

    private static void append(StringBuilder text, Help help, String heading, List<OptionSpec> options) {
        Help.Layout layout = help.createDefaultLayout();
        layout.addOptions(options, help.parameterLabelRenderer());
        text.append(System.lineSeparator())
                .append(help.colorScheme().text("@|bold " + heading + "|@"))
                .append(System.lineSeparator())
                .append(layout);
    }
}
