package org.newsbag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.newsbag.finding.FindingCode;

/** What the documents say is what the code does; and nothing in the project knows the machine it was written on. */
class DocumentsTest {
    @Test
    void the_list_of_findings_is_the_code_in_its_order_with_all_that_is_to_be_said() throws IOException {
        var sections = Files.readString(Path.of("docs/findings.md")).split("(?m)^## ");
        assertThat(Arrays.stream(sections)
                        .skip(1)
                        .map(s -> s.lines().findFirst().orElseThrow()))
                .containsExactlyElementsOf(
                        Arrays.stream(FindingCode.values()).map(FindingCode::id).toList());
        for (int i = 0; i < FindingCode.values().length; i++) {
            var section = sections[i + 1];
            assertThat(section).contains("- Severity: " + FindingCode.values()[i].severity() + "\n");
            assertThat(section)
                    .containsPattern("- Means: .+")
                    .containsPattern("- Example: `.+: .+`")
                    .contains("- Rule: " + FindingCode.values()[i].rule() + "\n")
                    .containsPattern("- What to do: .+");
        }
    }

    @Test
    void nothing_names_a_path_of_a_machine() throws IOException {
        // Put together here, so that this file does not name one itself.
        var machine =
                Pattern.compile("(/" + "work/|/" + "root/|/" + "home/[a-z]|/" + "Users/[A-Za-z]|C:\\\\" + "Users)");
        var wrong = new TreeSet<String>();
        for (var folder : new String[] {"src", "docs", "profiles", "seeds"})
            for (var name : Making.names(Path.of(folder))) check(Path.of(folder, name), machine, wrong);
        for (var name : new String[] {"newsbag", "pom.xml", "Makefile", "NOTICE"}) check(Path.of(name), machine, wrong);
        assertThat(wrong).isEmpty();
    }

    private static void check(Path file, Pattern machine, TreeSet<String> wrong) throws IOException {
        var text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        text.lines()
                .filter(line -> machine.matcher(line).find())
                .forEach(line -> wrong.add(file + ": " + line.strip()));
    }
}
