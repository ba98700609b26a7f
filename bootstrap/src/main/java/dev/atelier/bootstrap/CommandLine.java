package dev.atelier.bootstrap;

import java.util.ArrayList;
import java.util.List;

/// The arguments of the process: a command, and what it takes.
///
/// @param withParent whether to end when the process that started this one does
record CommandLine(Command command, List<String> options, boolean withParent) {

    private static final String WITH_PARENT = "--with-parent";

    /// @throws WrongUse if the first argument is no command
    static CommandLine parse(List<String> arguments) {
        var words = new ArrayList<>(arguments);
        var withParent = words.remove(WITH_PARENT);
        if (words.isEmpty()) {
            return new CommandLine(Command.SERVE, List.of(), withParent);
        }
        var word = words.removeFirst();
        var command =
                Command.named(word).orElseThrow(() -> new WrongUse("there is no command " + word));
        return new CommandLine(command, List.copyOf(words), withParent);
    }

    /// @throws WrongUse if anything follows the command
    void requireNoOptions() {
        if (!options.isEmpty()) {
            throw new WrongUse("this command does not take " + options.getFirst());
        }
    }
}
