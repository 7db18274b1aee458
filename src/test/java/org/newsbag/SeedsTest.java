package org.newsbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/** The samples are what their generator makes and what docs/seeds.md promises. */
class SeedsTest {
    private static final Path SEEDS = Path.of("seeds");
    private static final Path WINDOWS_1256 = SEEDS.resolve("arabic/windows-1256.txt");
    private static final long LARGEST = 200_000;

    /** Mean difference of a colour value, of 255, that another rasterizer or JPEG library may make. */
    private static final double SAME_PICTURE = 2.0;

    @TempDir
    Path made;

    @Test
    void the_committed_samples_are_what_the_generator_makes() throws IOException {
        SeedsGenerator.writeInto(made);
        var again = SeedsGenerator.files();
        assertThat(files(made)).hasSize(again.size());
        for (var file : files(made)) {
            var name = made.relativize(file).toString();
            assertThat(Files.readAllBytes(file)).as("second run: " + name).isEqualTo(again.get(name));
            if (name.equals(SeedsGenerator.PHOTOGRAPH)) continue;
            assertThat(SEEDS.resolve(name)).hasSameBinaryContentAs(file);
        }
    }

    /** Pixels are compared by eye, so to say: they depend on the Java and the JPEG library of the machine. */
    @Test
    void the_committed_photograph_has_the_metadata_and_the_picture_of_the_generator() throws IOException {
        var committed = Files.readAllBytes(SEEDS.resolve(SeedsGenerator.PHOTOGRAPH));
        assertThat(committed).containsSequence(SamplePhotograph.segments());
        var shown = ImageIO.read(new ByteArrayInputStream(committed));
        assertThat(difference(shown, HarbourPicture.draw())).isLessThan(SAME_PICTURE);
    }

    @Test
    void the_legacy_sample_is_windows_1256_and_nothing_else() throws IOException {
        var bytes = Files.readAllBytes(WINDOWS_1256);
        assertThatThrownBy(() -> strictly(bytes, StandardCharsets.UTF_8)).isInstanceOf(CharacterCodingException.class);
        assertThat(strictly(bytes, Charset.forName("windows-1256"))).contains("تحقيق: رائد السالمي");
    }

    @Test
    void every_other_text_is_plain_utf_8() throws IOException {
        for (var file : files(SEEDS)) {
            if (!file.toString().matches(".*\\.(txt|html)") || file.equals(WINDOWS_1256)) continue;
            var text = strictly(Files.readAllBytes(file), StandardCharsets.UTF_8);
            assertThat(text)
                    .as(file.toString())
                    .doesNotContain("\r", "\ufeff", "\ufffd")
                    .endsWith("\n")
                    .doesNotEndWith("\n\n");
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        }
    }

    @Test
    void seeds_hold_articles_only() throws IOException {
        try (var all = Files.walk(SEEDS)) {
            for (var file : all.skip(1).toList()) {
                var name = file.getFileName().toString();
                assertThat(name).doesNotStartWith(".").doesNotEndWith("~");
                assertThat(List.of("thumbs.db", "desktop.ini", "readme.md"))
                        .doesNotContain(name.toLowerCase(Locale.ROOT));
                assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC))
                        .as(name)
                        .isTrue();
                assertThat(Files.isSymbolicLink(file)).as(name).isFalse();
                if (Files.isRegularFile(file))
                    assertThat(Files.size(file)).as(name).isBetween(500L, LARGEST);
            }
        }
    }

    @Test
    void every_sample_has_an_expected_reading() throws IOException {
        var expected = new TreeSet<String>();
        for (var reading : readings()) expected.add(reading.string("file").orElseThrow());
        var present = new TreeSet<String>();
        for (var file : files(SEEDS)) present.add(SEEDS.relativize(file).toString());
        assertThat(expected).isEqualTo(present);
    }

    @Test
    void what_a_reading_expects_stands_in_the_text() throws IOException {
        for (var reading : readings()) {
            var file = reading.string("file").orElseThrow();
            var text = visible(SEEDS.resolve(file));
            if (text.isEmpty()) continue;
            var quotations = new ArrayList<>(reading.strings("byline"));
            for (var field : List.of("headline", "outlet", "dateline_text", "dateline_place", "dateline_agency"))
                reading.string(field).ifPresent(quotations::add);
            assertThat(text.get()).as(file).contains(quotations);
        }
    }

    @Test
    void the_days_of_the_samples_are_one_day_in_every_calendar_that_they_name() {
        var opening = LocalDate.of(2025, 10, 17); // arabic/two-calendars.txt, and a Friday in world/english.txt
        assertThat(HijrahDate.of(1447, 4, 25)).isEqualTo(HijrahDate.from(opening));
        assertThat(opening.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        var solar = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("fa@calendar=persian"));
        solar.set(1404, 6, 25); // world/persian.txt; months count from 0
        assertThat(LocalDate.ofInstant(solar.getTime().toInstant(), ZoneOffset.UTC))
                .isEqualTo(opening);
        assertThat(LocalDate.of(2025, 12, 21).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY); // documents/
        assertThat(LocalDate.of(2025, 11, 5).getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY); // mail/regatta.eml
    }

    /** The text without line breaks; empty where only a whole mail or image reader finds it. */
    private static Optional<String> visible(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (name.endsWith(".eml") || name.endsWith(".jpg")) return Optional.empty();
        var bytes = Files.readAllBytes(file);
        return Optional.of(text(file, bytes).replaceAll("\\s+", " "));
    }

    private static String text(Path file, byte[] bytes) throws IOException {
        if (file.toString().endsWith(".pdf"))
            try (var document = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(document);
            }
        if (file.toString().endsWith(".docx"))
            try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
                    var extractor = new XWPFWordExtractor(document)) {
                return extractor.getText();
            }
        return strictly(bytes, file.equals(WINDOWS_1256) ? Charset.forName("windows-1256") : StandardCharsets.UTF_8);
    }

    private static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        assertThat(one.getHeight()).isEqualTo(other.getHeight());
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++)
            for (int x = 0; x < one.getWidth(); x++)
                for (int shift = 0; shift < 24; shift += 8)
                    sum += Math.abs((one.getRGB(x, y) >> shift & 0xff) - (other.getRGB(x, y) >> shift & 0xff));
        return sum / (3.0 * one.getWidth() * one.getHeight());
    }

    private static List<JsonObject> readings() throws IOException {
        try (InputStream in = SeedsTest.class.getResourceAsStream("seeds-expected.json")) {
            if (Json.read(in) instanceof List<?> items)
                return items.stream().map(JsonObject.class::cast).toList();
            throw new AssertionError("seeds-expected.json is no array");
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
