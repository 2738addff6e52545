package org.crease.app;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_HEADER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How help looks: room between its parts, headings in bold, the commands of the root in groups. */
final class HelpLayout {

    private static final int INDENT = 2;
    private static final int NAMES = 16;

    private HelpLayout() {}

    static void apply(CommandLine root, CommandGroups groups) {
        spaced(root);
        root.setHelpSectionKeys(List.of(
                SECTION_KEY_HEADER,
                SECTION_KEY_DESCRIPTION_HEADING,
                SECTION_KEY_DESCRIPTION,
                SECTION_KEY_SYNOPSIS_HEADING,
                SECTION_KEY_SYNOPSIS,
                SECTION_KEY_COMMAND_LIST_HEADING,
                SECTION_KEY_COMMAND_LIST,
                SECTION_KEY_PARAMETER_LIST_HEADING,
                SECTION_KEY_PARAMETER_LIST,
                SECTION_KEY_OPTION_LIST_HEADING,
                SECTION_KEY_OPTION_LIST,
                SECTION_KEY_FOOTER));
        root.getCommandSpec().usageMessage().commandListHeading("");
        root.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, help -> commands(help, groups));
    }

    private static void spaced(CommandLine line) {
        UsageMessageSpec message = line.getCommandSpec().usageMessage();
        message.synopsisHeading("%n@|bold Usage|@   ");
        message.descriptionHeading("%n");
        message.parameterListHeading("%n@|bold Arguments|@%n");
        message.optionListHeading("%n@|bold Options|@%n");
        message.commandListHeading("%n@|bold Commands|@%n");
        message.sortOptions(false);
        message.abbreviateSynopsis(true);
        line.getSubcommands().values().forEach(HelpLayout::spaced);
    }

    private static String commands(Help help, CommandGroups groups) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, List<CommandLine>> group : groups.byHeading().entrySet()) {
            text.append(System.lineSeparator())
                    .append(help.colorScheme().text("@|bold " + group.getKey() + "|@"))
                    .append(System.lineSeparator());
            int width = help.commandSpec().usageMessage().width();
            TextTable table = TextTable.forColumns(
                    help.colorScheme(),
                    new Column(NAMES + INDENT, INDENT, Column.Overflow.SPAN),
                    new Column(width - NAMES - INDENT, INDENT, Column.Overflow.WRAP));
            for (CommandLine command : group.getValue()) {
                String[] header = command.getCommandSpec().usageMessage().header();
                table.addRowValues(
                        help.colorScheme().commandText(command.getCommandName()),
                        help.colorScheme().text(String.join(" ", header)));
            }
            table.toString(text);
        }
        return text.toString();
    }
}
