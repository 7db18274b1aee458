package org.newsbag.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, locked, or made to harm whoever reads them. After each, the next file is read as if nothing had been. */
@Timeout(120)
class HostileFilesTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(15), 128, 100_000, 50, 1 << 20);

    @TempDir
    static Path folder;

    private static Extractor extractor;

    @BeforeAll
    static void open() throws IOException {
        extractor = Extractor.open(LIMITS, 2, folder.resolve("temporary"));
    }

    @AfterAll
    static void close() throws IOException {
        extractor.close();
        assertThat(folder.resolve("temporary")).isEmptyDirectory();
    }

    @AfterEach
    void the_next_file_is_read() throws Exception {
        assertThat(extract("next.rtf", SampleFiles.rtf(SampleFiles.ENGLISH)).text())
                .isEqualTo(SampleFiles.ENGLISH);
    }

    @Test
    void a_parser_that_hangs_is_stopped() throws Exception {
        var hang = SampleFiles.write(
                folder, "hang.xml", mockXml("<hang millis=\"100000\" heavy=\"true\" pulse_millis=\"100\"/>"));
        var next = SampleFiles.write(folder, "after.rtf", SampleFiles.rtf(SampleFiles.ENGLISH));
        var limits = new Limits(Duration.ofSeconds(5), 128, 100_000, 50, 1 << 20);
        try (var impatient = Extractor.open(limits, 1, folder.resolve("impatient"))) {
            var found = impatient.extract(hang, "hang.xml");
            assertThat(found.outcome()).isEqualTo(Outcome.TIMED_OUT);
            assertThat(found.detail()).isNotEmpty();
            assertThat(impatient.extract(next, "after.rtf").text()).isEqualTo(SampleFiles.ENGLISH);
        }
    }

    @Test
    void a_parser_that_eats_all_memory_is_out_of_memory() throws Exception {
        assertThat(mock("<oom/>").outcome()).isEqualTo(Outcome.OUT_OF_MEMORY);
    }

    @Test
    void a_parser_that_ends_its_process_has_crashed() throws Exception {
        assertThat(mock("<system_exit/>").outcome()).isEqualTo(Outcome.CRASHED);
    }

    @Test
    void a_parser_whose_stack_overflows_fails_alone() throws Exception {
        var found = mock("<throw class=\"java.lang.StackOverflowError\">deep</throw>");
        assertThat(found.outcome()).isEqualTo(Outcome.CRASHED);
    }

    @Test
    void a_parser_that_throws_has_failed_and_what_it_read_is_kept() throws Exception {
        var found = mock("<write element=\"p\">" + SampleFiles.ENGLISH
                + "</write><throw class=\"java.io.IOException\">not a good idea</throw>");
        assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(found.detail()).contains("not a good idea");
        assertThat(found.text()).isEqualTo(SampleFiles.ENGLISH);
        assertThat(found.parts().get(0).problem()).contains(found.detail());
    }

    @Test
    void a_parser_that_prints_disturbs_nobody() throws Exception {
        var found = mock("<print_out>noise</print_out><print_err>noise</print_err><write element=\"p\">text</write>");
        assertThat(found.outcome()).isEqualTo(Outcome.EXTRACTED);
        assertThat(found.text()).isEqualTo("text");
    }

    @Test
    void encrypted_files_ask_for_a_password() throws Exception {
        assertThat(extract("a.pdf", SampleFiles.pdf(SampleFiles.ENGLISH, "secret"))
                        .outcome())
                .isEqualTo(Outcome.ENCRYPTED);
        assertThat(extract("a.docx", SampleFiles.encryptedDocx(SampleFiles.ENGLISH))
                        .outcome())
                .isEqualTo(Outcome.ENCRYPTED);
        assertThat(extract("a.zip", SampleFiles.encryptedZip()).outcome()).isEqualTo(Outcome.ENCRYPTED);
    }

    @Test
    void a_zip_with_an_encrypted_entry_is_extracted_and_says_so() throws Exception {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("a.pdf", SampleFiles.pdf(SampleFiles.ENGLISH, "secret"));
        entries.put("b.txt", SampleFiles.utf8(SampleFiles.ENGLISH));
        var found = extract("a.zip", SampleFiles.zip(entries));
        assertThat(found.outcome()).isEqualTo(Outcome.EXTRACTED);
        assertThat(found.detail()).isEqualTo("One embedded document could not be read whole.");
        assertThat(found.parts().get(1).problem()).contains("It asks for a password or a key.");
        assertThat(found.parts().get(2).text()).isEqualTo(SampleFiles.ENGLISH);
    }

    @Test
    void damaged_files_fail() throws Exception {
        var docx = SampleFiles.docx(SampleFiles.ENGLISH);
        var cut = extract("a.docx", Arrays.copyOf(docx, docx.length / 3));
        assertThat(cut.outcome()).isIn(Outcome.FAILED, Outcome.EMPTY);
        var noPdf = extract("b.pdf", SampleFiles.utf8("%PDF-1.4\nthis is no PDF at all\n"));
        assertThat(noPdf.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(noPdf.detail()).startsWith("The parser gave up: ");
        var pdf = SampleFiles.pdf(SampleFiles.ENGLISH);
        assertThat(extract("c.pdf", Arrays.copyOf(pdf, 100)).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void the_same_damage_gives_the_same_words() throws Exception {
        var bytes = Arrays.copyOf(SampleFiles.pdf(SampleFiles.ENGLISH), 100);
        var first = extract("a.pdf", bytes);
        try (var other = Extractor.open(LIMITS, 1, folder.resolve("elsewhere"))) {
            assertThat(other.extract(SampleFiles.write(folder, "b.pdf", bytes), "a.pdf"))
                    .isEqualTo(first);
        }
    }

    @Test
    void long_texts_are_cut_and_say_so() throws Exception {
        var text = "A line of news that goes on and on.\n".repeat(4_000);
        var plain = extract("a.txt", SampleFiles.utf8(text));
        assertThat(plain.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(plain.text()).hasSize(LIMITS.characters());
        var html = extract("a.html", SampleFiles.utf8("<html><body><p>" + text + "</p></body></html>"));
        assertThat(html.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(html.text()).startsWith("A line of news").hasSizeLessThanOrEqualTo(LIMITS.characters());
        var arabic = extract("b.txt", SampleFiles.utf8("خبر ".repeat(300_000)));
        assertThat(arabic.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(arabic.charset().orElseThrow().value()).isEqualTo("UTF-8");
    }

    @Test
    void too_many_entries_are_cut_and_say_so() throws Exception {
        var entries = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 200; i++) entries.put(i + ".txt", SampleFiles.utf8("entry " + i));
        var found = extract("a.zip", SampleFiles.zip(entries));
        assertThat(found.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(found.parts()).hasSizeLessThanOrEqualTo(LIMITS.embedded() + 1);
    }

    @Test
    void a_zip_bomb_is_not_unpacked() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("zeros.txt"));
            var line = "0".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 400; i++) zip.write(line);
        }
        assertThat(extract("bomb.zip", out.toByteArray()).outcome())
                .isIn(Outcome.TRUNCATED, Outcome.FAILED, Outcome.OUT_OF_MEMORY);
    }

    @Test
    void archives_in_archives_end_somewhere() throws Exception {
        var bytes = SampleFiles.zip(Map.of("core.txt", SampleFiles.utf8(SampleFiles.ENGLISH)));
        for (int i = 0; i < 120; i++) bytes = SampleFiles.zip(Map.of("level" + i + ".zip", bytes));
        var found = extract("deep.zip", bytes);
        assertThat(found.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(found.parts()).hasSizeLessThanOrEqualTo(LIMITS.embedded() + 1);
    }

    @Test
    void deeply_nested_html_is_read() throws Exception {
        var page = "<html><body>" + "<div>".repeat(50_000) + SampleFiles.ENGLISH + "</body></html>";
        var found = extract("deep.html", SampleFiles.utf8(page));
        assertThat(found.outcome()).isEqualTo(Outcome.EXTRACTED);
        assertThat(found.text()).isEqualTo(SampleFiles.ENGLISH);
    }

    @Test
    void entities_that_grow_without_end_are_refused() throws Exception {
        var laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++)
            laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        var found = extract("laughs.xml", SampleFiles.utf8(laughs + "]><a>&l29;</a>"));
        assertThat(found.outcome()).isIn(Outcome.FAILED, Outcome.EMPTY);
    }

    @Test
    void entities_from_outside_are_not_read() throws Exception {
        var secret = Files.writeString(folder.resolve("secret.txt"), "the secret of the house");
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(500);
            var address = "http://127.0.0.1:" + server.getLocalPort() + "/";
            var xml = "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"" + address + "a.dtd\" [<!ENTITY f SYSTEM \""
                    + secret.toUri() + "\"><!ENTITY n SYSTEM \"" + address + "\">]><a>text &f; &n;</a>";
            var found = extract("xxe.xml", SampleFiles.utf8(xml));
            assertThat(found.toString()).doesNotContain("the secret");
            assertThat(isCalled(server)).isFalse();
        }
    }

    @Test
    void a_forked_process_reaches_no_network() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(500);
            assertThat(probe(List.of("-cp", System.getProperty("java.class.path")), server))
                    .isZero();
            server.accept().close();
            var home = Files.createDirectories(folder.resolve("probe"));
            var arguments = ForkCommand.arguments(home, home, 64);
            assertThat(probe(arguments, server)).isEqualTo(ConnectProbe.REFUSED);
            assertThat(isCalled(server)).isFalse();
        }
    }

    @Test
    void rtf_of_many_groups_ends() throws Exception {
        var rtf = "{\\rtf1\\ansi " + "{".repeat(300_000) + SampleFiles.ENGLISH + "}".repeat(300_000) + "}";
        assertThat(extract("groups.rtf", SampleFiles.utf8(rtf)).outcome()).isNotEqualTo(Outcome.UNSUPPORTED);
    }

    @Test
    void a_missing_file_is_an_exception() {
        assertThatThrownBy(() -> extractor.extract(folder.resolve("none.pdf"), "none.pdf"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void two_threads_may_extract_at_once() throws Exception {
        var pdf = SampleFiles.write(folder, "shared.pdf", SampleFiles.pdf(SampleFiles.ENGLISH));
        var threads = Executors.newFixedThreadPool(4);
        Callable<String> one = () -> extractor.extract(pdf, "shared.pdf").text();
        for (var text : threads.invokeAll(Collections.nCopies(20, one)))
            assertThat(text.get()).isEqualTo(SampleFiles.ENGLISH);
        threads.shutdown();
    }

    private static boolean isCalled(ServerSocket server) throws IOException {
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static int probe(List<String> arguments, ServerSocket server) throws Exception {
        var command = new ArrayList<>(List.of(ForkCommand.java()));
        command.addAll(arguments);
        command.addAll(List.of(ConnectProbe.class.getName(), Integer.toString(server.getLocalPort())));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static Extraction mock(String commands) throws Exception {
        return extract("mock.xml", mockXml(commands));
    }

    /** A file for MockParser of tika-core's tests, which does what it is told. */
    private static byte[] mockXml(String commands) {
        return SampleFiles.utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?><mock>" + commands + "</mock>");
    }

    private static Extraction extract(String name, byte[] bytes) throws Exception {
        return extractor.extract(SampleFiles.write(folder, name, bytes), name);
    }
}
