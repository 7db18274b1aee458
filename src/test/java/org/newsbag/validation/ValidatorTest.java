package org.newsbag.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbag.validation.BagMaking.hex;
import static org.newsbag.validation.Verdict.CANNOT_BE_VERIFIED;
import static org.newsbag.validation.Verdict.INCOMPLETE;
import static org.newsbag.validation.Verdict.INVALID;
import static org.newsbag.validation.Verdict.VALID;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.fixity.Progress;

/** Bags at one edge of the specification each, with the exact findings that they must bring. */
class ValidatorTest {
    private static final String NFC = "data/\u0623.txt";
    private static final String NFD = "data/\u0627\u0654.txt";

    @TempDir
    Path folder;

    private int cases;

    @TestFactory
    Stream<DynamicTest> declaration() {
        return Stream.of(
                edge("a simple bag is valid", bag -> {}, VALID),
                edge("no bagit.txt", bag -> bag.remove("bagit.txt"), INVALID, "bag-declaration-missing bagit.txt"),
                edge(
                        "an empty bagit.txt",
                        bag -> bag.put("bagit.txt", ""),
                        INVALID,
                        "bag-declaration-malformed bagit.txt, line 1",
                        "bag-declaration-malformed bagit.txt, line 2"),
                edge(
                        "lines in the wrong order",
                        bag -> bag.put("bagit.txt", "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n"),
                        INVALID,
                        "bag-declaration-malformed bagit.txt, line 1",
                        "bag-declaration-malformed bagit.txt, line 2"),
                edge(
                        "no charset",
                        bag -> bag.put("bagit.txt", "BagIt-Version: 1.0\n"),
                        INVALID,
                        "bag-declaration-malformed bagit.txt, line 2"),
                edge(
                        "a third line",
                        bag -> bag.append("bagit.txt", "More: 1\n"),
                        INVALID,
                        "bag-declaration-malformed bagit.txt, line 3"),
                edge(
                        "a space before the colon",
                        bag -> bag.replace("bagit.txt", "BagIt-Version:", "BagIt-Version :"),
                        INVALID,
                        "bag-declaration-malformed bagit.txt, line 1"),
                edge(
                        "no space after the colon",
                        bag -> bag.replace("bagit.txt", "BagIt-Version: ", "BagIt-Version:"),
                        INVALID,
                        "bag-declaration-malformed bagit.txt, line 1"),
                edge(
                        "two spaces after the colon",
                        bag -> bag.replace("bagit.txt", "Encoding: ", "Encoding:  "),
                        INVALID,
                        "bag-declaration-malformed bagit.txt, line 2"),
                edge(
                        "white space at the end of a line",
                        bag -> bag.replace("bagit.txt", "1.0\n", "1.0 \n"),
                        INVALID,
                        "bag-declaration-malformed bagit.txt, line 1"),
                edge(
                        "a byte order mark",
                        bag -> bag.put("bagit.txt", "\uFEFFBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
                        INVALID,
                        "tag-file-byte-order-mark bagit.txt"),
                edge(
                        "no newline at the end, and CR as line end",
                        bag -> bag.put("bagit.txt", "BagIt-Version: 1.0\rTag-File-Character-Encoding: UTF-8"),
                        VALID),
                edge(
                        "CRLF line ends",
                        bag -> bag.put("bagit.txt", "BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n"),
                        VALID),
                edge(
                        "version 2.0",
                        bag -> bag.declare("2.0"),
                        CANNOT_BE_VERIFIED,
                        "bag-version-unsupported bagit.txt, BagIt-Version"),
                edge(
                        "version 9.9",
                        bag -> bag.declare("9.9"),
                        CANNOT_BE_VERIFIED,
                        "bag-version-unsupported bagit.txt, BagIt-Version"),
                edge("version .97", bag -> bag.declare(".97"), INVALID, "bag-declaration-malformed bagit.txt, line 1"),
                edge(
                        "an unknown charset",
                        bag -> bag.replace("bagit.txt", "UTF-8", "UTF-9"),
                        CANNOT_BE_VERIFIED,
                        "tag-encoding-unknown bagit.txt, Tag-File-Character-Encoding"),
                edge(
                        "a charset that is a guess",
                        bag -> bag.replace("bagit.txt", "UTF-8", "x-JISAutoDetect"),
                        CANNOT_BE_VERIFIED,
                        "tag-encoding-unknown bagit.txt, Tag-File-Character-Encoding"),
                edge(
                        "before 1.0 white space is free",
                        bag -> bag.put("bagit.txt", "BagIt-Version : 0.97 \nTag-File-Character-Encoding:UTF-8\n"),
                        VALID,
                        "bag-declaration-lenient bagit.txt, line 1",
                        "bag-declaration-lenient bagit.txt, line 2"),
                edge("every draft since 0.93", bag -> bag.declare("0.93"), VALID),
                edge(
                        "UTF-16 tag files",
                        bag -> {
                            var lines = hex("sha256", "alpha") + "  data/a.txt\n" + hex("sha256", "beta")
                                    + "  data/sub/b.txt\n";
                            bag.replace("bagit.txt", "UTF-8", "UTF-16")
                                    .put("manifest-sha256.txt", lines, StandardCharsets.UTF_16);
                        },
                        VALID,
                        "tag-encoding-not-utf8 bagit.txt, Tag-File-Character-Encoding"),
                edge(
                        "ISO-8859-1 tag files",
                        bag -> bag.replace("bagit.txt", "UTF-8", "ISO-8859-1")
                                .put("bag-info.txt", "City: Z\u00FCrich\n", StandardCharsets.ISO_8859_1),
                        VALID,
                        "tag-encoding-not-utf8 bagit.txt, Tag-File-Character-Encoding"),
                edge(
                        "bytes that are not UTF-8",
                        bag -> bag.put("bag-info.txt", "City: Z\u00FCrich\n", StandardCharsets.ISO_8859_1),
                        INVALID,
                        "tag-file-not-decodable bag-info.txt, line 1"),
                edge(
                        "lines before bytes that are not UTF-8",
                        bag -> bag.put("bag-info.txt", "no colon\nCity: Z\u00FCrich\n", StandardCharsets.ISO_8859_1),
                        INVALID,
                        "tag-file-not-decodable bag-info.txt, line 2",
                        "bag-info-malformed bag-info.txt, line 1"));
    }

    @TestFactory
    Stream<DynamicTest> tag_files_that_end_in_other_bytes() {
        return Stream.of(
                edge(
                        "what stands behind them in a manifest may list the file",
                        bag -> bag.put(
                                "manifest-sha256.txt",
                                hex("sha256", "alpha") + "  data/a.txt\n" + hex("sha256", "x") + "  data/\u00FC\n"
                                        + hex("sha256", "beta") + "  data/sub/b.txt\n",
                                StandardCharsets.ISO_8859_1),
                        INVALID,
                        "tag-file-not-decodable manifest-sha256.txt, line 2"),
                edge(
                        "in one manifest of two",
                        bag -> bag.manifest("md5").put("manifest-sha256.txt", "\u00FC", StandardCharsets.ISO_8859_1),
                        INVALID,
                        "tag-file-not-decodable manifest-sha256.txt, line 1"),
                edge(
                        "in a tag manifest",
                        bag -> bag.put("tagmanifest-sha256.txt", "\u00FC", StandardCharsets.ISO_8859_1),
                        INVALID,
                        "tag-file-not-decodable tagmanifest-sha256.txt, line 1"),
                edge(
                        "in fetch.txt, which may list what is not there",
                        bag -> bag.remove("data/a.txt").put("fetch.txt", "\u00FC", StandardCharsets.ISO_8859_1),
                        INVALID,
                        "tag-file-not-decodable fetch.txt, line 1"),
                edge(
                        "a line of a manifest without an end",
                        bag -> bag.put("manifest-sha256.txt", "a".repeat((1 << 20) + 1)),
                        INVALID,
                        "tag-file-line-too-long manifest-sha256.txt, line 1"));
    }

    @TestFactory
    Stream<DynamicTest> structure() {
        return Stream.of(
                edge(
                        "no data folder",
                        bag -> bag.remove("data/a.txt")
                                .remove("data/sub/b.txt")
                                .remove("data/sub")
                                .remove("data")
                                .put("manifest-sha256.txt", ""),
                        INVALID,
                        "payload-folder-missing data"),
                edge(
                        "data is a file",
                        bag -> bag.remove("data/a.txt")
                                .remove("data/sub/b.txt")
                                .remove("data/sub")
                                .remove("data")
                                .put("data", "x")
                                .put("manifest-sha256.txt", ""),
                        INVALID,
                        "payload-folder-missing data"),
                edge(
                        "an empty payload with an empty manifest",
                        bag -> bag.remove("data/a.txt").remove("data/sub/b.txt").put("manifest-sha256.txt", ""),
                        VALID),
                edge(
                        "no manifest",
                        bag -> bag.remove("manifest-sha256.txt"),
                        INVALID,
                        "payload-manifest-missing manifest-sha256.txt"),
                edge(
                        "a hidden file that is not listed",
                        bag -> bag.put("data/.bagit/evil", "x"),
                        INVALID,
                        "payload-file-unlisted data/.bagit/evil"),
                edge("a tag file that is not listed", bag -> bag.put("notes.txt", "x"), VALID),
                edge("a folder of tag files", bag -> bag.put("metadata/x/y.xml", "x"), VALID));
    }

    @TestFactory
    Stream<DynamicTest> manifests() {
        return Stream.of(
                edge(
                        "upper-case checksums",
                        bag -> bag.replace(
                                "manifest-sha256.txt",
                                hex("sha256", "alpha"),
                                hex("sha256", "alpha").toUpperCase(java.util.Locale.ROOT)),
                        VALID),
                edge("one tab between", bag -> bag.replace("manifest-sha256.txt", "  data/a", "\tdata/a"), VALID),
                edge("one space between", bag -> bag.replace("manifest-sha256.txt", "  data/a", " data/a"), VALID),
                edge("CRLF line ends", bag -> bag.replace("manifest-sha256.txt", "\n", "\r\n"), VALID),
                edge("CR line ends", bag -> bag.replace("manifest-sha256.txt", "\n", "\r"), VALID),
                edge("no newline at the end", bag -> bag.replace("manifest-sha256.txt", "b.txt\n", "b.txt"), VALID),
                edge(
                        "a blank line",
                        bag -> bag.append("manifest-sha256.txt", "\n"),
                        INVALID,
                        "manifest-line-malformed manifest-sha256.txt, line 3"),
                edge(
                        "a line without a path",
                        bag -> bag.append("manifest-sha256.txt", hex("sha256", "") + "\n"),
                        INVALID,
                        "manifest-line-malformed manifest-sha256.txt, line 3"),
                edge(
                        "a byte order mark",
                        bag -> bag.put(
                                "manifest-sha256.txt",
                                "\uFEFF" + hex("sha256", "alpha") + "  data/a.txt\n" + hex("sha256", "beta")
                                        + "  data/sub/b.txt\n"),
                        INVALID,
                        "tag-file-byte-order-mark manifest-sha256.txt"),
                edge(
                        "a checksum of another length",
                        bag -> bag.replace("manifest-sha256.txt", hex("sha256", "alpha"), hex("sha512", "alpha")),
                        INVALID,
                        "manifest-checksum-malformed manifest-sha256.txt, line 1"),
                edge(
                        "a checksum that is not hexadecimal",
                        bag -> bag.replace("manifest-sha256.txt", hex("sha256", "alpha"), "z".repeat(64)),
                        INVALID,
                        "manifest-checksum-malformed manifest-sha256.txt, line 1"),
                edge(
                        "a file altered, and one missing, and one too many",
                        bag -> bag.put("data/a.txt", "ALPHA")
                                .remove("data/sub/b.txt")
                                .put("data/c", ""),
                        INVALID,
                        "payload-file-altered data/a.txt",
                        "payload-file-missing data/sub/b.txt",
                        "payload-file-unlisted data/c"),
                edge(
                        "listed twice with the same checksum",
                        bag -> bag.append("manifest-sha256.txt", hex("sha256", "alpha") + "  data/a.txt\n"),
                        INVALID,
                        "manifest-path-repeated manifest-sha256.txt, line 3"),
                edge(
                        "listed twice with another checksum",
                        bag -> bag.append("manifest-sha256.txt", hex("sha256", "x") + "  data/a.txt\n"),
                        INVALID,
                        "manifest-path-contradicted manifest-sha256.txt, line 3"),
                edge(
                        "before 1.0 listed twice with the same checksum",
                        bag -> bag.declare("0.97")
                                .append("manifest-sha256.txt", hex("sha256", "alpha") + "  data/a.txt\n"),
                        VALID,
                        "manifest-path-repeated-same manifest-sha256.txt, line 3"),
                edge(
                        "before 1.0 listed twice with another checksum",
                        bag -> bag.declare("0.97").append("manifest-sha256.txt", hex("sha256", "x") + "  data/a.txt\n"),
                        INVALID,
                        "manifest-path-contradicted manifest-sha256.txt, line 3"),
                edge(
                        "1.0: a file in one manifest only",
                        bag -> bag.manifest("sha512").put("data/c", "").manifest("sha256"),
                        INVALID,
                        "payload-file-not-in-all-manifests data/c"),
                edge(
                        "before 1.0 the manifests together cover the payload",
                        bag -> bag.declare("0.97")
                                .manifest("sha512")
                                .put("data/c", "")
                                .put("manifest-sha256.txt", hex("sha256", "") + "  data/c\n"),
                        VALID),
                edge(
                        "an unknown algorithm",
                        bag -> bag.put("manifest-crc99.txt", "abcd  data/a.txt\n1234  data/sub/b.txt\n"),
                        CANNOT_BE_VERIFIED,
                        "manifest-algorithm-unknown manifest-crc99.txt"),
                edge(
                        "the right file under a name that is not normalized",
                        bag -> {
                            var lines = hex("sha256", "alpha") + "  data/a.txt\n" + hex("sha256", "beta")
                                    + "  data/sub/b.txt\n";
                            bag.remove("manifest-sha256.txt").put("manifest-SHA-256.txt", lines);
                        },
                        INVALID,
                        "manifest-name-not-normal manifest-SHA-256.txt"),
                edge(
                        "a path that leads out",
                        bag -> bag.append("manifest-sha256.txt", hex("sha256", "") + "  data/../../x\n"),
                        INVALID,
                        "manifest-path-unsafe manifest-sha256.txt, line 3"),
                edge(
                        "an absolute path",
                        bag -> bag.append("manifest-sha256.txt", hex("sha256", "") + "  /etc/passwd\n"),
                        INVALID,
                        "manifest-path-unsafe manifest-sha256.txt, line 3"),
                edge(
                        "a home folder",
                        bag -> bag.append("manifest-sha256.txt", hex("sha256", "") + "  ~root/x\n"),
                        INVALID,
                        "manifest-path-unsafe manifest-sha256.txt, line 3"),
                edge(
                        "a drive letter",
                        bag -> bag.append("manifest-sha256.txt", hex("sha256", "") + "  C:\\Windows\\x\n"),
                        INVALID,
                        "manifest-path-unsafe manifest-sha256.txt, line 3"),
                edge(
                        "a network path",
                        bag -> bag.append("manifest-sha256.txt", hex("sha256", "") + "  \\\\server\\x\n"),
                        INVALID,
                        "manifest-path-unsafe manifest-sha256.txt, line 3"),
                edge(
                        "backslashes that lead out on Windows",
                        bag -> bag.append("manifest-sha256.txt", hex("sha256", "") + "  data/..\\..\\x\n"),
                        INVALID,
                        "manifest-path-unsafe manifest-sha256.txt, line 3"),
                edge(
                        "dots that stay inside",
                        bag -> bag.replace("manifest-sha256.txt", "data/a.txt", "data/sub/../a.txt"),
                        VALID,
                        "manifest-path-not-normal manifest-sha256.txt, line 1"),
                edge(
                        "a payload manifest that lists a tag file",
                        bag -> bag.append("manifest-sha256.txt", hex("sha256", "") + "  bagit.txt\n"),
                        INVALID,
                        "manifest-path-not-payload manifest-sha256.txt, line 3"),
                edge(
                        "a folder",
                        bag -> bag.append("manifest-sha256.txt", hex("sha256", "") + "  data/sub\n"),
                        INVALID,
                        "manifest-line-malformed data/sub"),
                edge(
                        "a folder with a slash",
                        bag -> bag.append("manifest-sha256.txt", hex("sha256", "") + "  data/sub/\n"),
                        INVALID,
                        "manifest-line-malformed manifest-sha256.txt, line 3"),
                edge(
                        "md5sum's star, its backslash and its dot",
                        bag -> bag.put("data/x\\y", "x")
                                .put(
                                        "manifest-sha256.txt",
                                        hex("sha256", "alpha") + " *data/a.txt\n" + hex("sha256", "beta")
                                                + "  ./data/sub/b.txt\n\\" + hex("sha256", "x") + "  data/x\\\\y\n"),
                        VALID,
                        "manifest-md5sum-style manifest-sha256.txt, line 1",
                        "manifest-path-not-normal manifest-sha256.txt, line 2",
                        "name-backslash data/x\\y"),
                edge(
                        "a zero byte in what md5sum escaped",
                        bag -> bag.put("data/x\\y", "x")
                                .append("manifest-sha256.txt", "\\" + hex("sha256", "x") + "  data/x\0y\n"),
                        INVALID,
                        "manifest-path-unsafe manifest-sha256.txt, line 3",
                        "payload-file-unlisted data/x\\y",
                        "manifest-md5sum-style manifest-sha256.txt, line 3",
                        "name-backslash data/x\\y"),
                edge(
                        "a path that ends in a space",
                        bag -> bag.put("data/end ", "x").manifest("sha256"),
                        VALID,
                        "name-outer-space data/end "));
    }

    @TestFactory
    Stream<DynamicTest> names() {
        return Stream.of(
                edge(
                        "percent, LF and CR are encoded in 1.0",
                        bag -> bag.put("data/100%.txt", "x")
                                .put("data/a\nb", "y")
                                .put("data/a\rb", "z")
                                .put("data/%0A", "literal")
                                .manifest("sha256"),
                        VALID,
                        "name-percent data/100%.txt",
                        "name-percent data/%0A",
                        "name-line-break data/a\nb",
                        "name-line-break data/a\rb"),
                edge(
                        "decoding is one pass, in either case, and leaves other escapes alone",
                        bag -> bag.put("data/%0a", "x")
                                .put("data/a%20b", "y")
                                .put("data/c\nd", "z")
                                .put(
                                        "manifest-sha256.txt",
                                        hex("sha256", "alpha") + "  data/a.txt\n" + hex("sha256", "beta")
                                                + "  data/sub/b.txt\n" + hex("sha256", "x") + "  data/%250a\n"
                                                + hex("sha256", "y") + "  data/a%20b\n" + hex("sha256", "z")
                                                + "  data/c%0ad\n"),
                        VALID,
                        "manifest-percent-unescaped manifest-sha256.txt, line 4",
                        "name-percent data/%0a",
                        "name-percent data/a%20b",
                        "name-line-break data/c\nd"),
                edge(
                        "before 1.0 the literal name comes first, in another normalization too",
                        bag -> bag.declare("0.97")
                                .put("data/\u0627\u065450%25", "x")
                                .append("manifest-sha256.txt", hex("sha256", "x") + "  data/\u062350%25\n"),
                        VALID,
                        "manifest-percent-literal manifest-sha256.txt, line 3",
                        "name-normalization-differs data/\u0627\u065450%25",
                        "name-not-nfc data/\u0627\u065450%25",
                        "name-percent data/\u0627\u065450%25"),
                edge(
                        "the sign of kelvin is a K when it is composed",
                        bag -> bag.put("data/\u212A.txt", "x")
                                .append("manifest-sha256.txt", hex("sha256", "x") + "  data/K.txt\n"),
                        VALID,
                        "name-normalization-differs data/\u212A.txt",
                        "name-not-nfc data/\u212A.txt"),
                edge(
                        "and the other way round",
                        bag -> bag.put("data/K.txt", "x")
                                .append("manifest-sha256.txt", hex("sha256", "x") + "  data/\u212A.txt\n"),
                        VALID,
                        "name-normalization-differs data/K.txt"),
                edge(
                        "an asterisk that is a part of the name",
                        bag -> bag.put("*n.txt", "x").tagManifest("sha256"),
                        VALID,
                        "name-windows-character *n.txt"),
                edge(
                        "before 1.0 the literal name comes first",
                        bag -> bag.declare("0.97")
                                .put("data/100%25", "x")
                                .put(
                                        "manifest-sha256.txt",
                                        hex("sha256", "alpha") + "  data/a.txt\n" + hex("sha256", "beta")
                                                + "  data/sub/b.txt\n" + hex("sha256", "x") + "  data/100%25\n"),
                        VALID,
                        "manifest-percent-literal manifest-sha256.txt, line 3",
                        "name-percent data/100%25"),
                edge(
                        "before 1.0 the decoded name serves where there is no literal one",
                        bag -> bag.declare("0.97").put("data/100%", "x").manifest("sha256"),
                        VALID,
                        "manifest-percent-decoded manifest-sha256.txt, line 1",
                        "name-percent data/100%"),
                edge(
                        "before 1.0 no line takes a file that another line names as it stands",
                        bag -> bag.declare("0.97")
                                .put("data/a%", "q")
                                .append("manifest-sha256.txt", hex("sha256", "q") + "  data/a%25\n")
                                .append("manifest-sha256.txt", hex("sha256", "q") + "  data/a%\n"),
                        INVALID,
                        "payload-file-missing data/a%25",
                        "name-percent data/a%"),
                edge(
                        "before 1.0 a line twice, taken for the decoded name",
                        bag -> bag.declare("0.97")
                                .put("data/a%", "q")
                                .append("manifest-sha256.txt", hex("sha256", "q") + "  data/a%25\n")
                                .append("manifest-sha256.txt", hex("sha256", "q") + "  data/a%25\n"),
                        VALID,
                        "manifest-path-repeated-same manifest-sha256.txt, line 4",
                        "manifest-percent-decoded manifest-sha256.txt, line 3",
                        "manifest-percent-decoded manifest-sha256.txt, line 4",
                        "name-percent data/a%"),
                edge(
                        "before 1.0 what is to be fetched is another file than one of the decoded name",
                        bag -> bag.declare("0.97")
                                .put("data/b%", "q")
                                .append("manifest-sha256.txt", hex("sha256", "other") + "  data/b%25\n")
                                .append("manifest-sha256.txt", hex("sha256", "q") + "  data/b%\n")
                                .put("fetch.txt", "https://example.org/b 5 data/b%25\n"),
                        INCOMPLETE,
                        "fetch-pending data/b%25",
                        "name-percent data/b%",
                        "name-percent data/b%25"),
                edge(
                        "before 1.0 what is missing is named as it stands",
                        bag -> bag.declare("0.97").append("manifest-sha256.txt", hex("sha256", "x") + "  data/c%25\n"),
                        INVALID,
                        "payload-file-missing data/c%25"),
                edge(
                        "before 1.0 two spellings of one file",
                        bag -> bag.declare("0.97")
                                .put(NFD, "x")
                                .append("manifest-sha256.txt", hex("sha256", "x") + "  " + NFC + "\n")
                                .append("manifest-sha256.txt", hex("sha256", "x") + "  " + NFD + "\n"),
                        VALID,
                        "manifest-path-repeated-same manifest-sha256.txt",
                        "name-normalization-differs " + NFD,
                        "name-not-nfc " + NFD),
                edge(
                        "another normalization on the disk, and the real file is hashed",
                        bag -> bag.put(NFD, "x").append("manifest-sha256.txt", hex("sha256", "x") + "  " + NFC + "\n"),
                        VALID,
                        "name-normalization-differs " + NFD,
                        "name-not-nfc " + NFD),
                edge(
                        "another normalization on the disk, and the real file is altered",
                        bag -> bag.put(NFD, "y").append("manifest-sha256.txt", hex("sha256", "x") + "  " + NFC + "\n"),
                        INVALID,
                        "name-normalization-differs " + NFD,
                        "payload-file-altered " + NFD,
                        "name-not-nfc " + NFD),
                edge(
                        "two files that normalize to one name are matched to the byte",
                        bag -> bag.put(NFC, "c").put(NFD, "d").manifest("sha256"),
                        VALID,
                        "name-normalization-twin " + NFD,
                        "name-not-nfc " + NFD),
                edge(
                        "a tag file in another normalization",
                        bag -> bag.put("\u0623.txt", "x")
                                .tagManifest("sha256")
                                .remove("\u0623.txt")
                                .put("\u0627\u0654.txt", "altered"),
                        INVALID,
                        "name-normalization-differs \u0627\u0654.txt",
                        "name-not-nfc \u0627\u0654.txt",
                        "tag-file-altered \u0627\u0654.txt"),
                edge(
                        "names that differ by case",
                        bag -> bag.put("data/A.txt", "x").manifest("sha256"),
                        VALID,
                        "manifest-case-twin data/A.txt"),
                edge(
                        "names of tag files that differ by case",
                        bag -> bag.put("Notes.txt", "x").put("notes.txt", "y").tagManifest("sha256"),
                        VALID,
                        "manifest-case-twin Notes.txt"),
                edge(
                        "a name that differs by case from the one that is listed",
                        bag -> bag.put("data/A.txt", "alpha").remove("data/a.txt"),
                        INVALID,
                        "payload-file-missing data/a.txt",
                        "payload-file-unlisted data/A.txt",
                        "manifest-case-twin data/a.txt"),
                edge(
                        "system files",
                        bag -> bag.put("data/.DS_Store", "x").manifest("sha256"),
                        VALID,
                        "source-system-file data/.DS_Store"));
    }

    @TestFactory
    Stream<DynamicTest> tagManifests() {
        return Stream.of(
                edge(
                        "a tag manifest of everything",
                        bag -> bag.put("bag-info.txt", "A: b\n").tagManifest("sha512"),
                        VALID),
                edge(
                        "a tag file altered",
                        bag -> bag.put("bag-info.txt", "A: b\n")
                                .tagManifest("md5")
                                .put("bag-info.txt", "A: c\n"),
                        INVALID,
                        "tag-file-altered bag-info.txt"),
                edge(
                        "a tag file missing",
                        bag -> bag.put("bag-info.txt", "A: b\n")
                                .tagManifest("md5")
                                .remove("bag-info.txt"),
                        INVALID,
                        "tag-file-missing bag-info.txt"),
                edge(
                        "a payload manifest not listed",
                        bag -> bag.tagManifest("sha256").manifest("sha512"),
                        INVALID,
                        "tag-manifest-omits-manifest tagmanifest-sha256.txt"),
                edge(
                        "a tag file not listed",
                        bag -> bag.tagManifest("sha256").put("notes.txt", "x"),
                        VALID,
                        "tag-manifest-omits-tag-file tagmanifest-sha256.txt"),
                edge(
                        "payload in a tag manifest",
                        bag -> bag.tagManifest("sha256")
                                .append("tagmanifest-sha256.txt", hex("sha256", "alpha") + "  data/a.txt\n"),
                        INVALID,
                        "tag-manifest-lists-payload tagmanifest-sha256.txt, line 3"),
                edge(
                        "a tag manifest in a tag manifest",
                        bag -> bag.tagManifest("sha256")
                                .tagManifest("sha512")
                                .append("tagmanifest-sha256.txt", hex("sha256", "x") + "  tagmanifest-sha512.txt\n"),
                        INVALID,
                        "tag-manifest-lists-tag-manifest tagmanifest-sha256.txt, line 3"));
    }

    @TestFactory
    Stream<DynamicTest> metadata() {
        return Stream.of(
                edge(
                        "folded values, repeated labels, any order",
                        bag -> bag.put("bag-info.txt", "B: one\n two\n\tthree\nA: x\nA: y\nB:\tz\n"),
                        VALID),
                edge(
                        "a blank line",
                        bag -> bag.put("bag-info.txt", "A: b\n\nC: d\n"),
                        INVALID,
                        "bag-info-malformed bag-info.txt, line 2"),
                edge(
                        "no colon",
                        bag -> bag.put("bag-info.txt", "nothing\n"),
                        INVALID,
                        "bag-info-malformed bag-info.txt, line 1"),
                edge(
                        "no space after the colon",
                        bag -> bag.put("bag-info.txt", "A:b\n"),
                        INVALID,
                        "bag-info-malformed bag-info.txt, line 1"),
                edge(
                        "a space before the colon",
                        bag -> bag.put("bag-info.txt", "A : b\n"),
                        INVALID,
                        "bag-info-malformed bag-info.txt, line 1"),
                edge(
                        "two spaces after the colon",
                        bag -> bag.put("bag-info.txt", "A:  b\n"),
                        VALID,
                        "bag-info-lenient bag-info.txt, line 1"),
                edge(
                        "before 1.0 white space around the colon is free",
                        bag -> bag.declare("0.97").put("bag-info.txt", "A : b\nC:d\nE:   f\n"),
                        VALID),
                edge(
                        "a folded line without a label",
                        bag -> bag.put("bag-info.txt", " A: b\n"),
                        INVALID,
                        "bag-info-malformed bag-info.txt, line 1"),
                edge("a true Payload-Oxum, in any case", bag -> bag.put("bag-info.txt", "payload-oxum: 9.2\n"), VALID),
                edge(
                        "a Payload-Oxum that is not true",
                        bag -> bag.put("bag-info.txt", "Payload-Oxum: 9.3\n"),
                        INVALID,
                        "payload-oxum-wrong bag-info.txt, line 1, Payload-Oxum"),
                edge(
                        "a malformed Payload-Oxum",
                        bag -> bag.put("bag-info.txt", "Payload-Oxum: 9\n"),
                        INVALID,
                        "payload-oxum-malformed bag-info.txt, line 1, Payload-Oxum"),
                edge(
                        "a Payload-Oxum beyond all numbers",
                        bag -> bag.put("bag-info.txt", "Payload-Oxum: 99999999999999999999999.2\n"),
                        INVALID,
                        "payload-oxum-wrong bag-info.txt, line 1, Payload-Oxum"),
                edge(
                        "Payload-Oxum twice",
                        bag -> bag.put("bag-info.txt", "Payload-Oxum: 9.2\nPAYLOAD-OXUM: 9.2\n"),
                        INVALID,
                        "payload-oxum-repeated bag-info.txt, line 2, PAYLOAD-OXUM"),
                edge(
                        "Bagging-Date twice and not a date, Bag-Count out of form",
                        bag -> bag.put(
                                "bag-info.txt", "Bagging-Date: 2026-11-24\nBagging-Date: today\nBag-Count: 3 of 2\n"),
                        VALID,
                        "bag-info-repeated bag-info.txt, line 2, Bagging-Date",
                        "bag-info-value-unusual bag-info.txt, line 2, Bagging-Date",
                        "bag-info-value-unusual bag-info.txt, line 3, Bag-Count"),
                edge(
                        "package-info.txt in 0.95",
                        bag -> bag.declare("0.95").put("package-info.txt", "Payload-Oxum: 1.1\n"),
                        INVALID,
                        "payload-oxum-wrong package-info.txt, line 1, Payload-Oxum"));
    }

    @TestFactory
    Stream<DynamicTest> fetching() {
        return Stream.of(
                edge(
                        "a file still to be fetched, counted by Payload-Oxum",
                        bag -> bag.remove("data/a.txt")
                                .put("fetch.txt", "s3://bucket/a 5 data/a.txt\n")
                                .put("bag-info.txt", "Payload-Oxum: 9.2\n"),
                        INCOMPLETE,
                        "fetch-pending data/a.txt"),
                edge(
                        "a folder that no manifest lists",
                        bag -> bag.put("fetch.txt", "https://example.org/sub 6 data/sub\n"),
                        INVALID,
                        "fetch-path-unlisted fetch.txt, line 1"),
                edge(
                        "fewer octets than are there, beside a file of unknown length",
                        bag -> bag.remove("data/a.txt")
                                .put("fetch.txt", "https://example.org/a - data/a.txt\n")
                                .put("bag-info.txt", "Payload-Oxum: 3.2\n"),
                        INVALID,
                        "fetch-pending data/a.txt",
                        "payload-oxum-wrong bag-info.txt, line 1, Payload-Oxum"),
                edge(
                        "a file of unknown length",
                        bag -> bag.remove("data/a.txt")
                                .put("fetch.txt", "https://example.org/a\t-\tdata/a.txt\n")
                                .put("bag-info.txt", "Payload-Oxum: 9.2\n"),
                        INCOMPLETE,
                        "fetch-pending data/a.txt"),
                edge("a file that is there already", bag -> bag.put("fetch.txt", "doi:10.1/a 5 data/a.txt\n"), VALID),
                edge(
                        "another length than that of the file",
                        bag -> bag.put("fetch.txt", "https://example.org/a 6 data/a.txt\n"),
                        VALID,
                        "fetch-length-differs fetch.txt, line 1"),
                edge(
                        "a file that no manifest lists",
                        bag -> bag.put("fetch.txt", "https://example.org/c 6 data/c\n"),
                        INVALID,
                        "fetch-pending data/c",
                        "fetch-path-unlisted fetch.txt, line 1"),
                edge(
                        "a tag file",
                        bag -> bag.put("fetch.txt", "https://example.org/c 6 bag-info.txt\n"),
                        INVALID,
                        "fetch-path-not-payload fetch.txt, line 1"),
                edge(
                        "a path that leads out",
                        bag -> bag.put("fetch.txt", "https://example.org/c 6 data/../../c\n"),
                        INVALID,
                        "fetch-path-unsafe fetch.txt, line 1"),
                edge(
                        "a relative URL, a bad length, too few parts",
                        bag -> bag.put(
                                "fetch.txt", "a 5 data/a.txt\nhttps://x.org/b five data/sub/b.txt\nhttps://x.org\n"),
                        INVALID,
                        "fetch-url-malformed fetch.txt, line 1",
                        "fetch-line-malformed fetch.txt, line 2",
                        "fetch-line-malformed fetch.txt, line 3"),
                edge(
                        "a file that is there in another normalization, like the manifest's",
                        bag -> bag.put(NFD, "x")
                                .append("manifest-sha256.txt", hex("sha256", "x") + "  " + NFC + "\n")
                                .put("fetch.txt", "https://example.org/x 1 " + NFC + "\n")
                                .put("bag-info.txt", "Payload-Oxum: 10.3\n"),
                        VALID,
                        "name-normalization-differs " + NFD,
                        "name-not-nfc " + NFD),
                edge(
                        "a file that is there, spelled otherwise in fetch.txt alone",
                        bag -> bag.put(NFC, "x")
                                .manifest("sha256")
                                .put("fetch.txt", "https://example.org/x 1 " + NFD + "\n"),
                        VALID),
                edge(
                        "a file still to be fetched, spelled otherwise in fetch.txt",
                        bag -> bag.append("manifest-sha256.txt", hex("sha256", "x") + "  " + NFC + "\n")
                                .put("fetch.txt", "https://example.org/x 1 " + NFD + "\n"),
                        INCOMPLETE,
                        "fetch-pending " + NFC),
                edge(
                        "before 1.0 a percent sign was not escaped in fetch.txt either",
                        bag -> bag.declare("0.97")
                                .put("data/100%25.txt", "x")
                                .append("manifest-sha256.txt", hex("sha256", "x") + "  data/100%25.txt\n")
                                .put("fetch.txt", "https://example.org/x 1 data/100%25.txt\n"),
                        VALID,
                        "manifest-percent-literal manifest-sha256.txt, line 3",
                        "name-percent data/100%25.txt"),
                edge(
                        "a folder in the place of a file",
                        bag -> bag.folder("data/c")
                                .append("manifest-sha256.txt", hex("sha256", "x") + "  data/c\n")
                                .put("fetch.txt", "https://example.org/x 1 data/c\n"),
                        INVALID,
                        "manifest-line-malformed data/c"),
                edge(
                        "the same file twice",
                        bag -> bag.put("fetch.txt", "https://x.org/a 5 data/a.txt\nhttps://y.org/a 5 data/a.txt\n"),
                        VALID,
                        "fetch-path-repeated fetch.txt, line 2"));
    }

    @TestFactory
    Stream<DynamicTest> tooLong() {
        return Stream.of(edge(
                "more lines of metadata than any bag has",
                bag -> bag.put("bag-info.txt", "a: b\n".repeat(300_000)),
                INVALID,
                "tag-file-too-long bag-info.txt, line 246724"));
    }

    @TestFactory
    Stream<DynamicTest> unknownAlgorithms() {
        return Stream.of(
                edge(
                        "the same line twice before 1.0",
                        bag -> bag.declare("0.97").put("manifest-crc99.txt", "zz+1  data/a.txt\nzz+1  data/a.txt\n"),
                        Verdict.CANNOT_BE_VERIFIED,
                        "manifest-algorithm-unknown manifest-crc99.txt",
                        "manifest-path-repeated-same manifest-crc99.txt, line 2"),
                edge(
                        "two checksums for one file",
                        bag -> bag.declare("0.97").put("manifest-crc99.txt", "zz+1  data/a.txt\nzz+2  data/a.txt\n"),
                        INVALID,
                        "manifest-algorithm-unknown manifest-crc99.txt",
                        "manifest-path-contradicted manifest-crc99.txt, line 2"));
    }

    @TestFactory
    Stream<DynamicTest> charsets() {
        return Stream.of("csUTF8", "ISO-8859-6-I", "csWindows1256", "macintosh", "utf8", "windows-1256")
                .map(name -> edge(
                        "the charset " + name,
                        bag -> bag.put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: " + name + "\n"),
                        VALID,
                        name.contains("8859") || name.contains("1256") || name.startsWith("mac")
                                ? new String[] {"tag-encoding-not-utf8 bagit.txt, Tag-File-Character-Encoding"}
                                : new String[0]));
    }

    @TestFactory
    Stream<DynamicTest> namesThatAreNoCharset() {
        return Stream.of("default", "x-JISAutoDetect", "UTF-88")
                .map(name -> edge(
                        "the charset " + name,
                        bag -> bag.put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: " + name + "\n"),
                        Verdict.CANNOT_BE_VERIFIED,
                        "tag-encoding-unknown bagit.txt, Tag-File-Character-Encoding"));
    }

    private DynamicTest edge(String name, Consumer<BagMaking> change, Verdict verdict, String... findings) {
        return DynamicTest.dynamicTest(name, () -> {
            var path = Files.createDirectory(folder.resolve("bag" + cases++));
            var making = BagMaking.simple(path);
            change.accept(making);
            var judgement = new Validator(Level.FULL, 2, Progress.SILENT).judge(path);
            var found = new TreeSet<String>();
            for (var finding : judgement.findings().list())
                found.add(finding.code().id() + " " + finding.location());
            assertThat(found).isEqualTo(new TreeSet<>(Set.of(findings)));
            assertThat(judgement.verdict()).isEqualTo(verdict);
        });
    }
}
