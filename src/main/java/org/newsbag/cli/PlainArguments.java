package org.newsbag.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of a command that is started often, where they are so plain that they can be understood without building its options: that takes longer than to
 * judge a small bag (docs/decisions/0007-a-quick-start.md). Whatever is not plain, or wrong, is left to picocli.
 *
 * @param isJson whether there is {@code --json}
 * @param isQuiet whether there is {@code --quiet} or {@code -q}
 * @param values of the options that have one, by their names
 * @param others what is no option
 */
record PlainArguments(boolean isJson, boolean isQuiet, Map<String, String> values, List<String> others) {
    /**
     * Reads the arguments of a command.
     *
     * @param command its name, and the name of the command below it where there is one
     * @param valued the options that have a value; of others there are only {@code --json}, {@code --quiet} and {@code -q}
     * @return empty where they are of another command, or not plain
     */
    static Optional<PlainArguments> of(List<String> command, Set<String> valued, String... arguments) {
        var all = List.of(arguments);
        if (all.size() < command.size() || !all.subList(0, command.size()).equals(command)) return Optional.empty();
        boolean isJson = false;
        boolean isQuiet = false;
        var values = new HashMap<String, String>();
        var others = new ArrayList<String>();
        var rest = all.listIterator(command.size());
        while (rest.hasNext()) {
            var argument = rest.next();
            if (argument.equals("--json")) isJson = true;
            else if (argument.equals("--quiet") || argument.equals("-q")) isQuiet = true;
            else if (valued.contains(argument) && rest.hasNext()) {
                var value = rest.next();
                if (!isPlain(value) || values.put(argument, value) != null) return Optional.empty();
            } else if (isPlain(argument)) others.add(argument);
            else return Optional.empty();
        }
        return Optional.of(new PlainArguments(isJson, isQuiet, values, others));
    }

    /** Neither an option nor the name of a file that holds arguments. */
    private static boolean isPlain(String argument) {
        return !argument.isEmpty() && !argument.startsWith("-") && !argument.startsWith("@");
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }
}
