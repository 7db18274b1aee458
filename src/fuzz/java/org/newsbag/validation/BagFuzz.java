package org.newsbag.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsbag.bag.BagVersion;
import org.newsbag.cli.ToldFindings;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Progress;
import org.newsbag.profile.Profile;

/** Whole bags at level full: one judgement however they are read, never a better one than a quick look gives, and right where it says valid. */
class BagFuzz {
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    private static final String DRAFT = "BagIt-Version: 0.96\nTag-File-Character-Encoding: UTF-8\n";

    private static final String IDENTIFIER = "https://example.org/p.json";
    /** What a bag is held to that declares it. */
    private static final Profile PROFILE = profile(
            "{'BagIt-Profile-Info': {'BagIt-Profile-Identifier': '" + IDENTIFIER
                    + "', 'BagIt-Profile-Version': '1.4.0', 'Source-Organization': 'o', 'External-Description': 'd', 'Version': '1'},"
                    + " 'Accept-BagIt-Version': ['1.0'], 'Bag-Info': {'Title': {'required': true, 'values': ['a', 'b'], 'repeatable': false}},"
                    + " 'Manifests-Required': ['sha256'], 'Tag-Files-Allowed': ['*.txt'], 'Payload-Files-Allowed': ['data/*.txt'], 'Allow-Fetch.txt': false}");

    static Stream<byte[]> seeds() {
        var sha256 = BagMaking.hex("sha256", "alpha") + "  data/a.txt\n";
        var md5 = BagMaking.hex("md5", "alpha") + "  data/a.txt\n";
        var info = "Payload-Oxum: 5.1\nBagging-Date: 2026-01-01\n";
        return Stream.of(
                        Map.of("bagit.txt", DECLARATION, "data/a.txt", "alpha", "manifest-sha256.txt", sha256),
                        Map.of(
                                "bagit.txt",
                                DECLARATION,
                                "data/a.txt",
                                "alpha",
                                "bag-info.txt",
                                info + "BagIt-Profile-Identifier: " + IDENTIFIER + "\nTitle: a\nTitle: c\n",
                                "manifest-sha256.txt",
                                sha256,
                                "other.xml",
                                ""),
                        Map.of(
                                "bagit.txt", DECLARATION,
                                "data/a.txt", "alpha",
                                "bag-info.txt", info,
                                "manifest-md5.txt", md5,
                                "manifest-sha256.txt", sha256,
                                "tagmanifest-sha256.txt",
                                        BagMaking.hex("sha256", DECLARATION) + "  bagit.txt\n"
                                                + BagMaking.hex("sha256", sha256) + "  manifest-sha256.txt\n"
                                                + BagMaking.hex("sha256", md5) + "  manifest-md5.txt\n"
                                                + BagMaking.hex("sha256", info) + "  bag-info.txt\n"),
                        Map.of(
                                "bagit.txt", DECLARATION,
                                "data/A.txt", "alpha",
                                "data/a.txt", "alpha",
                                "data/e\u0301", "x",
                                "manifest-md5.txt", md5 + md5.replace("a.txt", "\u00E9"),
                                "fetch.txt", "https://example.org/b 3 data/b\nhttps://example.org/a - data/a.txt\n"),
                        Map.of(
                                "bagit.txt",
                                DRAFT,
                                "data/a%0Ab",
                                "alpha",
                                "package-info.txt",
                                info,
                                "manifest-md5.txt",
                                md5.replace("a.txt", "a%0Ab") + md5.replace("a.txt", "a%25"),
                                "MANIFEST-SHA1.txt",
                                "x",
                                "manifest-sha3256.txt",
                                "y"))
                .map(StrangersBag::input);
    }

    @DictionaryEntries({
        "bagit.txt",
        "bag-info.txt",
        "fetch.txt",
        "manifest-md5.txt",
        "manifest-sha256.txt",
        "manifest-sha512.txt",
        "tagmanifest-md5.txt",
        "package-info.txt",
        "data/",
        "data/a.txt",
        "0.97",
        "UTF-16",
        "Payload-Oxum: ",
        "Bag-Group-Identifier: ",
        "Bag-Count: ",
        "BagIt-Profile-Identifier: ",
        "https://example.org/p.json",
        "%0A",
        "%25",
        "../"
    })
    @MethodSource("seeds")
    @FuzzTest
    void bag(byte[] input) throws InterruptedException {
        var bag = StrangersBag.of(input);
        var full = judge(bag, Level.FULL);
        var told = ToldFindings.of(full.findings());
        expectSame(judge(bag, Level.FULL), full, told);
        expectSame(judge(bag.inOrder(), Level.FULL), full, told);
        assertThat(full.verdict() == Verdict.VALID).isEqualTo(!full.findings().hasErrors());
        expectNoLess(judge(bag, Level.QUICK), judge(bag, Level.COMPLETE));
        expectNoLess(judge(bag, Level.COMPLETE), full);
        if (full.verdict() == Verdict.VALID
                && full.version().equals(Optional.of(BagVersion.V1_0))
                && full.findings().list().isEmpty()) new NaiveCheck(bag.files()).expectValid();
    }

    private static Judgement judge(StrangersBag bag, Level level) throws InterruptedException {
        return new Validator(level, 1, Progress.SILENT, List.of(), BagFuzz::profileOf).judge("bag", bag);
    }

    private static Optional<Profile> profileOf(String identifier, Findings findings) {
        return identifier.equals(IDENTIFIER) ? Optional.of(PROFILE) : Optional.empty();
    }

    private static Profile profile(String json) {
        return Profile.read("p.json", json.replace('\'', '"').getBytes(UTF_8), new Findings())
                .orElseThrow();
    }

    private static void expectSame(Judgement judgement, Judgement first, List<String> told) {
        assertThat(ToldFindings.of(judgement.findings())).isEqualTo(told);
        assertThat(judgement.verdict()).isEqualTo(first.verdict());
        assertThat(judgement.octets()).isEqualTo(first.octets());
    }

    /** Only of what a quick look lacks a higher level says nothing. */
    private static void expectNoLess(Judgement lower, Judgement higher) {
        assertThat(ToldFindings.of(higher.findings()))
                .containsAll(ToldFindings.of(lower.findings()).stream()
                        .filter(told -> !told.startsWith("payload-oxum-absent"))
                        .toList());
    }
}
