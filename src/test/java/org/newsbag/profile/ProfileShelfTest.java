package org.newsbag.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;

/** Profiles are found by name, by file and by identifier, among local copies only. */
class ProfileShelfTest {
    private static final Path SHIPPED = Path.of("profiles");

    @TempDir
    Path folder;

    @Test
    void the_shipped_profiles_are_sound_and_other_files_are_passed_over() throws IOException {
        var shelf = ProfileShelf.of(List.of(SHIPPED, folder.resolve("none")));
        assertThat(shelf.list())
                .extracting(ShelvedProfile::name)
                .containsExactly("aptrust-2.3", "beyond-the-repository-1.0", "newsbag-news");
        for (var shelved : shelf.list()) {
            assertThat(shelved.findings()).as(shelved.name()).isEmpty();
            var identifier = shelved.profile().orElseThrow().info().identifier().orElseThrow();
            assertThat(shelf.identified(identifier)).contains(shelved);
            assertThat(shelf.find(shelved.name())).contains(shelved.file());
        }
        assertThat(shelf.identified("https://example.org/unknown")).isEmpty();
    }

    @Test
    void a_profile_with_errors_stands_on_the_shelf_with_its_findings() throws IOException {
        Making.file(folder, "a.json", "{\"Bag-Info\": 1}");
        Making.file(folder, "b.json", "no JSON");
        Making.file(folder, "c.txt", "{\"Bag-Info\": {}}");
        assertThat(ProfileShelf.of(List.of(folder)).list()).singleElement().satisfies(shelved -> {
            assertThat(shelved.name()).isEqualTo("a");
            assertThat(shelved.profile()).isEmpty();
            assertThat(shelved.findings()).isNotEmpty();
        });
    }

    @Test
    void the_first_of_two_with_one_name_wins_and_a_path_is_a_file() throws IOException {
        Files.write(Files.createDirectories(folder.resolve("1")).resolve("p.json"), SampleProfile.with(""));
        Files.write(
                Files.createDirectories(folder.resolve("2")).resolve("p.json"),
                SampleProfile.with("'Data-Empty': true"));
        var shelf = ProfileShelf.of(List.of(folder.resolve("1"), folder.resolve("2")));
        assertThat(shelf.list())
                .singleElement()
                .satisfies(s -> assertThat(s.file()).isEqualTo(folder.resolve("1/p.json")));
        assertThat(shelf.find("p")).contains(folder.resolve("1/p.json"));
        var second = folder.resolve("2/p.json");
        assertThat(shelf.find(second.toString())).contains(second);
        assertThat(shelf.find("q")).isEqualTo(Optional.empty());
        assertThat(shelf.find("../2/p")).isEmpty();
        assertThat(shelf.find(folder.toString())).isEmpty();
    }

    @Test
    void aptrust_asks_for_its_own_tag_file() throws Exception {
        var profile = ProfileShelf.of(List.of(SHIPPED)).list().get(0).profile().orElseThrow();
        var findings = new org.newsbag.finding.Findings();
        profile.check(new SampleBag(), findings);
        assertThat(findings.list())
                .extracting(f -> f.location().toString())
                .contains("aptrust-info.txt, Title", "aptrust-info.txt, Access", "bag-info.txt, Source-Organization");
        assertThat(findings.list()).noneMatch(f -> f.location().label().equals("Storage-Option"));
    }
}
