package org.crease.app;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in our words what is wrong with the words of a command line, and what was probably meant. */
final class ParameterMessage {

    private ParameterMessage() {}

    static String of(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return decapitalised(String.valueOf(wrong.getMessage()));
        }
        String word = unmatched.getUnmatched().get(0);
        return kind(unmatched, word) + " '" + word + "'" + meant(unmatched.getSuggestions());
    }

    private static String kind(UnmatchedArgumentException unmatched, String word) {
        CommandLine line = unmatched.getCommandLine();
        if (word.startsWith("-")) {
            return "unknown option";
        }
        return line.getSubcommands().isEmpty() ? "one word too many:" : "unknown command";
    }

    private static String meant(List<String> suggestions) {
        return suggestions.isEmpty() ? "" : "; did you mean " + suggestions.get(0) + "?";
    }

    private static String decapitalised(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
