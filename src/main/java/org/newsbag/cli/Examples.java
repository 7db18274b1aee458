package org.newsbag.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The end of a command's help. An example stays on its line, however narrow the help is, because it is there to be pasted; prose is wrapped. */
final class Examples implements IHelpSectionRenderer {
    private static final String INDENT = "  ";

    /** In place of picocli's own, which breaks lines wherever they are too long. */
    static void leaveAsTheyStand(CommandLine root) {
        var sections = new HashMap<>(root.getHelpSectionMap());
        sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, new Examples());
        root.setHelpSectionMap(sections);
    }

    @Override
    public String render(Help help) {
        var usage = help.commandSpec().usageMessage();
        var lines = new ArrayList<String>();
        for (var line : usage.footer()) {
            var text = String.format(Locale.ROOT, line);
            if (text.startsWith(INDENT)) lines.add(text);
            else lines.addAll(wrapped(text, usage.width()));
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static List<String> wrapped(String prose, int width) {
        var lines = new ArrayList<String>();
        var rest = prose;
        while (rest.length() >= width) {
            int space = rest.lastIndexOf(' ', width - 1);
            if (space <= 0) break;
            lines.add(rest.substring(0, space));
            rest = rest.substring(space + 1);
        }
        lines.add(rest);
        return lines;
    }
}
