package org.crease.app.config;

import org.crease.app.command.JsonOption;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Terminal;
import org.crease.trainer.config.Configs;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code crease config show}. */
@Command(
        name = "show",
        header = "Show a configuration as it will run: every default filled in",
        description = "The output is a configuration itself and reads back to the same run.")
final class ShowCommand implements Runnable {

    private final Terminal terminal;

    @Mixin
    private ConfigSource source = new ConfigSource();

    @Mixin
    private JsonOption json = new JsonOption();

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        String yaml = Configs.write(source.read());
        terminal.print(json.asked() ? JsonText.document(tree(yaml)) : yaml.stripTrailing());
    }

    /** Maps, lists and scalars of YAML that we wrote ourselves. */
    private static Object tree(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }
}
