package org.newsbag.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;
import org.newsbag.bag.BagInfo;
import org.newsbag.fixity.Algorithm;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.store.Serialization;

/** Every bag of ours declares {@code profiles/newsbag-news.json} (BagIt Profiles 1.4) and meets each of its demands. */
class NewsbagProfileTest {
    private static JsonObject profile;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws IOException {
        try (var in = Files.newInputStream(Path.of("profiles/newsbag-news.json"))) {
            profile = Json.readObject(in);
        }
    }

    @Test
    void the_profile_names_itself_as_bags_name_it() {
        var info = profile.object("BagIt-Profile-Info").orElseThrow();
        assertThat(info.string("BagIt-Profile-Identifier")).contains(CreateBag.PROFILE);
        assertThat(info.string("BagIt-Profile-Version")).contains("1.4.0");
        assertThat(info.keys()).contains("Source-Organization", "External-Description", "Version");
        assertThat(profile.list("Accept-BagIt-Version")).isNotEmpty();
        assertThat(profile.list("Accept-Serialization")).isNotEmpty();
    }

    @Test
    void bags_of_the_usual_and_of_unusual_options_meet_it() throws Exception {
        var source = Files.createDirectory(folder.resolve("source"));
        Making.file(source, "a.txt", "text");
        meets(Making.into(folder.resolve("1"), source).bag());
        meets(Making.into(folder.resolve("2"), source).extracting().bag());
        meets(Making.into(folder.resolve("3"), source)
                .with(Algorithm.MD5, Algorithm.SHA3_256)
                .bag());
    }

    @Test
    void every_algorithm_and_form_that_create_offers_is_allowed() {
        for (var list : List.of("Manifests-Allowed", "Tag-Manifests-Allowed"))
            assertThat(profile.strings(list))
                    .containsExactlyInAnyOrderElementsOf(
                            Algorithm.ALL.stream().map(Algorithm::name).toList());
        assertThat(profile.string("Serialization")).contains("optional");
        assertThat(profile.strings("Accept-Serialization"))
                .hasSize(Serialization.written().size() - 1);
    }

    private static void meets(Path bag) throws IOException {
        var info = BagInfo.read(bag.resolve(BagInfo.FILE_NAME));
        assertThat(info.first("BagIt-Profile-Identifier")).contains(CreateBag.PROFILE);
        var demands = profile.object("Bag-Info").orElseThrow();
        for (var label : demands.keys()) {
            var demand = demands.object(label).orElseThrow();
            long found =
                    info.tags().stream().filter(tag -> tag.isLabelled(label)).count();
            if (demand.get("required").equals(Optional.of(true)))
                assertThat(found).as(label).isPositive();
            if (demand.get("repeatable").equals(Optional.of(false)))
                assertThat(found).as(label).isLessThan(2);
        }
        for (var file : profile.strings("Tag-Files-Required"))
            assertThat(bag.resolve(file)).isRegularFile();
        for (var algorithm : profile.strings("Manifests-Required"))
            assertThat(bag.resolve("manifest-" + algorithm + ".txt")).isRegularFile();
        assertThat(bag.resolve("fetch.txt")).doesNotExist();
        assertThat(bag.resolve("data")).isNotEmptyDirectory();
    }
}
