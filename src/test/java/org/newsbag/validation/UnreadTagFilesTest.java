package org.newsbag.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Progress;
import org.newsbag.profile.Profile;
import org.newsbag.store.BagStore;
import org.newsbag.store.Serialization;
import org.newsbag.store.StoredEntry;

/** A disk that does not give some tag files out: nothing is called missing, unlisted or altered because of that. */
class UnreadTagFilesTest {
    @TempDir
    Path folder;

    @Test
    void the_only_manifest() throws Exception {
        assertOnlyUnread(BagMaking.simple(folder), "manifest-sha256.txt");
    }

    @Test
    void one_of_two_manifests() throws Exception {
        assertOnlyUnread(BagMaking.simple(folder).manifest("sha512"), "manifest-sha256.txt");
    }

    @Test
    void one_of_two_manifests_that_cover_the_payload_together_before_1_0() throws Exception {
        var bag = BagMaking.simple(folder)
                .declare("0.97")
                .put("manifest-sha256.txt", BagMaking.hex("sha256", "alpha") + "  data/a.txt\n")
                .put("manifest-md5.txt", BagMaking.hex("md5", "beta") + "  data/sub/b.txt\n");
        assertOnlyUnread(bag, "manifest-md5.txt");
    }

    @Test
    void fetch_txt_that_may_list_what_is_not_there() throws Exception {
        var bag =
                BagMaking.simple(folder).remove("data/a.txt").put("fetch.txt", "https://example.org/a 5 data/a.txt\n");
        assertOnlyUnread(bag, "fetch.txt");
    }

    @Test
    void the_tag_manifest_and_bag_info_under_a_profile() throws Exception {
        var bag = BagMaking.simple(folder)
                .put("bag-info.txt", "BagIt-Profile-Identifier: https://example.org/p.json\nTitle: T\n")
                .tagManifest("sha256");
        var profile = Profile.read("p.json", """
                        {"BagIt-Profile-Info": {"BagIt-Profile-Identifier": "https://example.org/p.json", "Source-Organization": "S",
                         "External-Description": "D", "Version": "1", "BagIt-Profile-Version": "1.4.0"},
                         "Bag-Info": {"Title": {"required": true}}, "Tag-Files-Required": ["notes.txt"], "Accept-BagIt-Version": ["1.0"]}
                        """.getBytes(java.nio.charset.StandardCharsets.UTF_8), new Findings())
                .orElseThrow();
        assertThat(judge(bag, List.of(profile), "nothing")).containsExactly("profile-tag-file-missing notes.txt");
        assertThat(judge(bag, List.of(profile), "bag-info.txt")).containsExactly("store-unreadable bag-info.txt");
        assertThat(judge(bag, List.of(profile), "tagmanifest-sha256.txt"))
                .containsExactly("store-unreadable tagmanifest-sha256.txt");
        bag.put("bag-info.txt", "Source: \u00FC\nTitle: T\n", java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(judge(bag.tagManifest("sha256"), List.of(profile), "nothing"))
                .containsExactly("profile-tag-file-missing notes.txt", "tag-file-not-decodable bag-info.txt, line 1");
    }

    @Test
    void a_bag_beyond_memory_is_a_finding_of_that_bag() throws Exception {
        assertThat(judge(BagMaking.simple(folder), List.of(), Unreliable.FILLS_MEMORY))
                .containsExactly("bag-beyond-memory ");
        assertThat(verdict).isEqualTo(Verdict.CANNOT_BE_VERIFIED);
    }

    private void assertOnlyUnread(BagMaking bag, String unread) throws Exception {
        assertThat(judge(bag, List.of(), unread)).containsExactly("store-unreadable " + unread);
        assertThat(verdict).isEqualTo(Verdict.CANNOT_BE_VERIFIED);
    }

    private Verdict verdict;

    @Test
    void another_file_of_labels_under_a_profile() throws Exception {
        var profile = Profile.read("p.json", """
                        {"BagIt-Profile-Info": {"BagIt-Profile-Identifier": "https://example.org/p.json", "Source-Organization": "S",
                         "External-Description": "D", "Version": "1", "BagIt-Profile-Version": "1.4.0"},
                         "Other-Info": {"archive-info.txt": {"Title": {"required": true}}}, "Accept-BagIt-Version": ["1.0"]}
                        """.getBytes(java.nio.charset.StandardCharsets.UTF_8), new Findings())
                .orElseThrow();
        var bag = BagMaking.simple(folder)
                .put("bag-info.txt", "BagIt-Profile-Identifier: https://example.org/p.json\n")
                .put(
                        "archive-info.txt",
                        new byte[] {'A', ':', ' ', (byte) 0xFF, '\n', 'T', 'i', 't', 'l', 'e', ':', ' ', 'T'});
        assertThat(judge(bag, List.of(profile, profile), "nothing"))
                .containsExactly("tag-file-not-decodable archive-info.txt, line 1");
        bag.put("archive-info.txt", "\uFEFFTitle: T\nno label\n");
        assertThat(judge(bag, List.of(profile), "nothing"))
                .containsExactly("tag-file-byte-order-mark archive-info.txt");
    }

    private TreeSet<String> judge(BagMaking bag, List<Profile> profiles, String unread) throws Exception {
        try (var store = new Unreliable(BagStore.open(bag.path()), unread)) {
            var judgement = new Validator(
                            Level.FULL, 1, Progress.SILENT, profiles, (identifier, findings) -> Optional.empty())
                    .judge("bag", store);
            verdict = judgement.verdict();
            var found = new TreeSet<String>();
            for (var finding : judgement.findings().list())
                found.add(finding.code().id() + " " + finding.location());
            return found;
        }
    }

    /** A store that cannot read one of its files. */
    private record Unreliable(BagStore store, String unread) implements BagStore {
        static final String FILLS_MEMORY = "fills memory";

        @Override
        public Serialization form() {
            return store.form();
        }

        @Override
        public Reach list(EntrySink sink, Findings findings) throws IOException {
            return store.list(sink, findings);
        }

        @Override
        public InputStream open(StoredEntry file) throws IOException {
            if (unread.equals(FILLS_MEMORY)) throw new OutOfMemoryError("as if");
            if (file.path().equals(unread)) throw new IOException("Input/output error");
            return store.open(file);
        }

        @Override
        public boolean isRandomAccess() {
            return true;
        }

        @Override
        public void close() throws IOException {
            store.close();
        }
    }
}
