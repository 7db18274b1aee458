package org.newsbag.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;
import org.newsbag.fixity.Algorithm;
import org.newsbag.packaging.CreateResult.Created;
import org.newsbag.store.Serialization;

/** The same input, options and clock give the same bytes, whatever the machine's locale, time zone, threads and order of listing. */
class DeterminismTest {
    private static final List<String> NAMES = List.of(
            "News.txt", "news.txt", "NEWS.txt", "أخبار/٣.txt", "a/b/c.html", "100%.txt", ".hidden", "x\ny", "z/😀");

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    Path folder;

    private Path source;

    @BeforeEach
    void source() throws IOException {
        source = folder.resolve("one/source");
        for (var name : NAMES) write(source, name);
        Files.createDirectories(source.resolve("empty"));
    }

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void folders_and_archives_are_the_same_bytes_under_other_circumstances() throws Exception {
        var other = folder.resolve("two/source");
        var reversed = new ArrayList<>(NAMES);
        Collections.reverse(reversed);
        Files.createDirectories(other.resolve("empty"));
        for (var name : reversed) write(other, name);
        var first = new TreeMap<Serialization, Map<String, byte[]>>();
        for (var form : Serialization.written())
            first.put(
                    form,
                    bytes(Making.into(folder.resolve("plain-" + form), source)
                            .extracting()
                            .as(form)
                            .jobs(1)
                            .bag()));
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        for (var form : Serialization.written()) {
            var again = bytes(Making.into(folder.resolve("other-" + form), other)
                    .extracting()
                    .as(form)
                    .jobs(5)
                    .bag());
            assertThat(again.keySet()).isEqualTo(first.get(form).keySet());
            again.forEach((name, content) -> assertThat(content)
                    .as(form + " " + name)
                    .isEqualTo(first.get(form).get(name)));
        }
    }

    /** More findings of one kind than are kept: which are kept must not depend on the order of the listing. */
    @Test
    void the_findings_that_are_recorded_do_not_depend_on_the_order_of_the_listing() throws Exception {
        var other = folder.resolve("two/many");
        var many = folder.resolve("one/many");
        for (int i = 0; i < 1300; i++) write(many, ".h" + i);
        for (int i = 1299; i >= 0; i--) write(other, ".h" + i);
        var one = Making.into(folder.resolve("1"), many).bag().resolve("metadata/premis.xml");
        var two = Making.into(folder.resolve("2"), other).bag().resolve("metadata/premis.xml");
        assertThat(two).hasSameBinaryContentAs(one);
    }

    @Test
    void the_identifier_is_a_name_based_uuid_of_the_payload_alone() throws Exception {
        var first =
                (Created) Making.into(folder.resolve("1"), source).named("x").run();
        var second = (Created) Making.into(folder.resolve("2"), source)
                .named("y")
                .extracting()
                .as(Serialization.ZIP)
                .run();
        assertThat(second.identifier()).isEqualTo(first.identifier()).startsWith("urn:uuid:");
        var uuid = UUID.fromString(first.identifier().substring("urn:uuid:".length()));
        assertThat(uuid.version()).isEqualTo(5);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(((Created) Making.into(folder.resolve("3"), source)
                                .with(Algorithm.MD5)
                                .run())
                        .identifier())
                .isNotEqualTo(first.identifier());
        Files.move(source.resolve(".hidden"), source.resolve("renamed"));
        assertThat(((Created) Making.into(folder.resolve("4"), source).run()).identifier())
                .isNotEqualTo(first.identifier());
    }

    /** The example of RFC 9562, appendix A.4 is in the name space of DNS; this value was computed by Python's uuid.uuid5(NAMESPACE_URL, ...). */
    @Test
    void a_uuid_of_a_url_is_what_others_compute() {
        assertThat(NameUuid.of("http://www.example.com/")).hasToString("fcde3c85-2270-590f-9e7c-ee003d65e0e2");
    }

    /** Archives hold what the folder holds, so that texts need to be read for one form only. */
    private Making made(String prefix, Path from, Serialization form) {
        var making = Making.into(folder.resolve(prefix + form), from).as(form);
        return form == Serialization.NONE ? making.extracting() : making;
    }

    private static void write(Path root, String name) throws IOException {
        Making.file(root, name, "Headline of " + name + "\n\nBERGEN, Norway - Something happened on 3 May 2025.\n");
    }

    private static Map<String, byte[]> bytes(Path bag) throws IOException {
        var bytes = new TreeMap<String, byte[]>();
        if (Files.isRegularFile(bag)) return Map.of("", Files.readAllBytes(bag));
        for (var name : Making.names(bag)) bytes.put(name, Files.readAllBytes(bag.resolve(name)));
        return bytes;
    }
}
