package org.newsbag.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.extract.Statement.Source;
import org.newsbag.extract.Statement.Subject;

/** Every format that news comes in, on a file made here. */
class FormatsTest {
    @TempDir
    static Path folder;

    private static Extractor extractor;

    @BeforeAll
    static void open() throws IOException {
        var limits = new Limits(Duration.ofSeconds(60), 256, 1_000_000, 1_000, 1 << 20);
        extractor = Extractor.open(limits, 1, folder.resolve("temporary"));
    }

    @AfterAll
    static void close() throws IOException {
        extractor.close();
        assertThat(folder.resolve("temporary")).isEmptyDirectory();
    }

    @Test
    void plain_text_comes_out_character_for_character() throws Exception {
        var text = "\n  Port Linden  \n\n\n\tA line.\u00a0 \n" + SampleFiles.ARABIC + "\n\n";
        var found = extract("a.txt", text.getBytes(StandardCharsets.UTF_8));
        assertThat(found.outcome()).isEqualTo(Outcome.EXTRACTED);
        assertThat(found.text()).isEqualTo(text);
        assertThat(found.mediaType()).isEqualTo(new Identified("text/plain", "content and name"));
        assertThat(found.charset()).contains(new Identified("UTF-8", "well-formed"));
        assertThat(found.language().orElseThrow().tag()).isEqualTo("ar");
        assertThat(found.parts()).isEmpty();
    }

    @Test
    void csv_markdown_and_json_are_plain_text() throws Exception {
        assertThat(extract("a.csv", SampleFiles.utf8("a,b\n1,2\n")).text()).isEqualTo("a,b\n1,2\n");
        assertThat(extract("a.md", SampleFiles.utf8("# Title\n")).mediaType().value())
                .isEqualTo("text/markdown");
        var json = extract("a.json", SampleFiles.utf8("{\"a\": 1}\n"));
        assertThat(json.text()).isEqualTo("{\"a\": 1}\n");
        assertThat(json.mediaType().value()).isEqualTo("application/json");
        assertThat(json.parts()).isEmpty();
    }

    @Test
    void html_gives_the_article_and_what_the_page_states() throws Exception {
        var found = extract("page.html", SampleFiles.utf8(SampleFiles.html("utf-8")));
        assertThat(found.outcome()).isEqualTo(Outcome.EXTRACTED);
        assertThat(found.text()).isEqualTo("العبارة الجديدة تبدأ\n\n" + SampleFiles.ARABIC + "\n\nسطر أول\nسطر ثان");
        assertThat(found.charset().orElseThrow().value()).isEqualTo("UTF-8");
        assertThat(found.statements())
                .startsWith(new Statement(Subject.HEADLINE, "العبارة الجديدة تبدأ", Source.JSON_LD, "headline"))
                .contains(
                        new Statement(Subject.BYLINE, "سالم البحري", Source.JSON_LD, "author.name"),
                        new Statement(Subject.BYLINE, "ليلى النوري", Source.JSON_LD, "author"),
                        new Statement(Subject.OUTLET, "صحيفة الميناء", Source.JSON_LD, "publisher.name"),
                        new Statement(Subject.PLACE, "ميناء لندن", Source.JSON_LD, "dateline"),
                        new Statement(Subject.ISSUED, "2026-01-05T08:00:00+03:00", Source.JSON_LD, "datePublished"),
                        new Statement(Subject.OUTLET, "صحيفة الميناء", Source.OPENGRAPH, "og:site_name"),
                        new Statement(Subject.BYLINE, "سالم البحري", Source.HTML_META, "author"),
                        new Statement(Subject.LANGUAGE, "ar", Source.HTML_META, "html lang"),
                        new Statement(Subject.URL, "https://port.example/ferry", Source.HTML_META, "link canonical"));
        var properties = found.parts().get(0).properties();
        assertThat(properties.get("html:json-ld")).hasSize(2).last().asString().contains("broken");
    }

    @Test
    void pdf_gives_text_title_and_author_but_no_software() throws Exception {
        var found = extract("ferry.pdf", SampleFiles.pdf(SampleFiles.ENGLISH));
        assertThat(found.outcome()).isEqualTo(Outcome.EXTRACTED);
        assertThat(found.text()).isEqualTo(SampleFiles.ENGLISH);
        assertThat(found.mediaType()).isEqualTo(new Identified("application/pdf", "content and name"));
        assertThat(found.language().orElseThrow().tag()).isEqualTo("en");
        assertThat(found.statements())
                .containsExactly(
                        new Statement(Subject.HEADLINE, "Ferry line", Source.PDF, "Title"),
                        new Statement(Subject.BYLINE, "Mara Linden", Source.PDF, "Author"));
    }

    @Test
    void a_pdf_without_text_is_empty() throws Exception {
        assertThat(extract("scan.pdf", SampleFiles.pdf(null)).outcome()).isEqualTo(Outcome.EMPTY);
    }

    @Test
    void office_documents_give_text_title_and_author() throws Exception {
        var title = new Statement(Subject.HEADLINE, "Ferry line", Source.OFFICE, "dc:title");
        var author = new Statement(Subject.BYLINE, "Mara Linden", Source.OFFICE, "dc:creator");
        var docx = extract("a.docx", SampleFiles.docx(SampleFiles.ARABIC));
        assertThat(docx.text()).isEqualTo(SampleFiles.ARABIC);
        assertThat(docx.mediaType().how()).isEqualTo("content and name");
        assertThat(docx.statements()).contains(title, author);
        var odt = extract("a.odt", SampleFiles.odt(SampleFiles.ARABIC));
        assertThat(odt.text()).isEqualTo(SampleFiles.ARABIC);
        assertThat(odt.statements()).contains(title, author);
        var rtf = extract("a.rtf", SampleFiles.rtf(SampleFiles.ARABIC));
        assertThat(rtf.text()).isEqualTo(SampleFiles.ARABIC);
        assertThat(rtf.statements()).contains(title, author);
        var xlsx = extract("a.xlsx", SampleFiles.xlsx(SampleFiles.ENGLISH));
        assertThat(xlsx.text()).contains(SampleFiles.ENGLISH + "\t42");
        assertThat(xlsx.statements()).noneMatch(statement -> statement.subject() == Subject.BYLINE);
        assertThat(extract("a.pptx", SampleFiles.pptx(SampleFiles.ENGLISH)).text())
                .isEqualTo(SampleFiles.ENGLISH);
    }

    @Test
    void a_wrong_ending_does_not_mislead() throws Exception {
        var pdf = extract("ferry.docx", SampleFiles.pdf(SampleFiles.ENGLISH));
        assertThat(pdf.mediaType()).isEqualTo(new Identified("application/pdf", "content"));
        assertThat(pdf.text()).isEqualTo(SampleFiles.ENGLISH);
        var docx = extract("ferry", SampleFiles.docx(SampleFiles.ENGLISH));
        assertThat(docx.mediaType().how()).isEqualTo("content");
        assertThat(docx.mediaType().value()).endsWith("wordprocessingml.document");
        assertThat(docx.text()).isEqualTo(SampleFiles.ENGLISH);
    }

    @Test
    void a_mail_keeps_body_and_attachment_apart() throws Exception {
        var found = extract(
                "m.eml", SampleFiles.mail(SampleFiles.ARABIC, "windows-1256", SampleFiles.pdf(SampleFiles.ENGLISH)));
        assertThat(found.outcome()).isEqualTo(Outcome.EXTRACTED);
        assertThat(found.text()).isEqualTo(SampleFiles.ARABIC);
        assertThat(found.charset()).contains(new Identified("windows-1256", "declared"));
        assertThat(found.statements())
                .containsExactly(
                        new Statement(Subject.BYLINE, "سالم البحري", Source.MAIL, "From"),
                        new Statement(Subject.HEADLINE, "العبارة الجديدة", Source.MAIL, "Subject"),
                        new Statement(Subject.ISSUED, "Mon, 5 Jan 2026 08:00:00 +0300", Source.MAIL, "Date"));
        assertThat(found.parts()).extracting(Part::name).containsExactly("", "/ferry.pdf");
        assertThat(found.parts().get(1).text()).isEqualTo(SampleFiles.ENGLISH);
    }

    @Test
    void an_mbox_holds_mails() throws Exception {
        var found = extract("m.mbox", SampleFiles.mbox("The first note.", "The second note."));
        assertThat(found.outcome()).isEqualTo(Outcome.EXTRACTED);
        assertThat(found.text()).isEmpty();
        assertThat(found.parts()).extracting(Part::text).containsExactly("", "The first note.", "The second note.");
    }

    @Test
    void an_epub_gives_its_chapters_and_its_own_description() throws Exception {
        var found = extract("b.epub", SampleFiles.epub(SampleFiles.ENGLISH));
        assertThat(found.text()).isEqualTo("Chapter\n\n" + SampleFiles.ENGLISH);
        assertThat(found.statements())
                .contains(
                        new Statement(Subject.HEADLINE, "Ferry line", Source.EPUB, "dc:title"),
                        new Statement(Subject.BYLINE, "Mara Linden", Source.EPUB, "dc:creator"),
                        new Statement(Subject.OUTLET, "Port Paper", Source.EPUB, "dc:publisher"));
    }

    @Test
    void pictures_state_what_the_desk_filled_in() throws Exception {
        var iptc = List.of(
                new Statement(Subject.HEADLINE, "The new ferry", Source.IPTC, "Iptc Headline"),
                new Statement(Subject.BYLINE, "سالم البحري", Source.IPTC, "Iptc By-line"),
                new Statement(Subject.CREDIT, "Harbour Pictures", Source.IPTC, "Iptc Credit"),
                new Statement(Subject.CREDIT, "Port Agency", Source.IPTC, "Iptc Source"),
                new Statement(Subject.PLACE, "Port Linden", Source.IPTC, "Iptc City"));
        var xmp = List.of(
                new Statement(Subject.BYLINE, "Mara Linden", Source.XMP, "dc:creator"),
                new Statement(Subject.CREDIT, "Harbour Pictures", Source.XMP, "photoshop:Credit"));
        var jpeg = extract("a.jpg", SampleMedia.jpegWithIptc());
        assertThat(jpeg.outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(jpeg.language()).isEmpty();
        assertThat(jpeg.statements()).containsAll(iptc);
        assertThat(extract("b.jpg", SampleMedia.jpegWithXmp()).statements()).containsAll(xmp);
        assertThat(extract("c.tiff", SampleMedia.tiff()).statements())
                .containsAll(iptc)
                .containsAll(xmp);
        var png = extract("d.png", SampleMedia.png());
        assertThat(png.outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(png.mediaType().value()).isEqualTo("image/png");
    }

    @Test
    void sound_and_film_state_title_and_artist() throws Exception {
        for (var found : List.of(
                extract("a.mp3", SampleMedia.mp3("العبارة", "Mara Linden")),
                extract("a.m4a", SampleMedia.mp4("العبارة", "Mara Linden")))) {
            assertThat(found.outcome()).isEqualTo(Outcome.EMPTY);
            assertThat(found.statements())
                    .containsExactly(
                            new Statement(Subject.HEADLINE, "العبارة", Source.AUDIO_VIDEO, "title"),
                            new Statement(Subject.BYLINE, "Mara Linden", Source.AUDIO_VIDEO, "artist"));
        }
    }

    @Test
    void a_zip_gives_the_text_of_its_entries() throws Exception {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("a.txt", SampleFiles.utf8(SampleFiles.ENGLISH));
        entries.put("folder/خبر.txt", SampleFiles.ARABIC.getBytes("windows-1256"));
        entries.put("b.pdf", SampleFiles.pdf(SampleFiles.ENGLISH));
        var found = extract("a.zip", SampleFiles.zip(entries));
        assertThat(found.outcome()).isEqualTo(Outcome.EXTRACTED);
        assertThat(found.detail()).isEmpty();
        assertThat(found.text()).isEmpty();
        assertThat(found.parts()).extracting(Part::name).containsExactly("", "/a.txt", "/خبر.txt", "/b.pdf");
        assertThat(found.parts())
                .extracting(Part::text)
                .containsExactly("", SampleFiles.ENGLISH, SampleFiles.ARABIC, SampleFiles.ENGLISH);
    }

    @Test
    void a_web_archive_of_one_page_speaks_for_the_page() throws Exception {
        var found = extract("a.warc", SampleFiles.warc("https://port.example/f", SampleFiles.html("utf-8")));
        assertThat(found.outcome()).isEqualTo(Outcome.EXTRACTED);
        assertThat(found.parts()).anyMatch(part -> part.text().contains(SampleFiles.ARABIC));
        assertThat(found.statements())
                .contains(
                        new Statement(Subject.OUTLET, "صحيفة الميناء", Source.JSON_LD, "publisher.name"),
                        new Statement(Subject.URL, "https://port.example/f", Source.WARC, "WARC-Target-URI"),
                        new Statement(Subject.CAPTURED, "2026-01-05T05:00:00Z", Source.WARC, "WARC-Date"));
    }

    @Test
    void wire_formats_state_what_the_desk_wrote() throws Exception {
        var nitf = extract("a.xml", SampleFiles.utf8(SampleFiles.nitf()));
        assertThat(nitf.mediaType()).isEqualTo(new Identified("text/vnd.iptc.nitf", "content"));
        assertThat(nitf.text())
                .isEqualTo("The ferry sails\n\nBy Mara Linden\n\nPORT LINDEN\n\n" + SampleFiles.ENGLISH
                        + "\n\nIt sails daily.");
        assertThat(nitf.statements())
                .contains(
                        new Statement(Subject.HEADLINE, "The ferry sails", Source.NEWSWIRE, "hl1"),
                        new Statement(Subject.BYLINE, "By Mara Linden", Source.NEWSWIRE, "byline"),
                        new Statement(Subject.CREDIT, "Port Agency", Source.NEWSWIRE, "distributor"),
                        new Statement(Subject.PLACE, "PORT LINDEN", Source.NEWSWIRE, "location"),
                        new Statement(Subject.ISSUED, "20260105T080000+0300", Source.NEWSWIRE, "date.issue"));
        var anpa = extract("a.anpa", SampleFiles.anpa("Ferry", SampleFiles.ENGLISH));
        assertThat(anpa.outcome()).isEqualTo(Outcome.EXTRACTED);
        assertThat(anpa.text()).contains("harbour council");
        var xml = extract("b.xml", SampleFiles.utf8("<notes><note>Plain notes</note></notes>"));
        assertThat(xml.text()).isEqualTo("Plain notes");
    }

    @Test
    void of_alternatives_in_a_mail_one_is_taken_and_a_mail_in_a_mail_keeps_its_own_body() throws Exception {
        var inner =
                "From: a@port.example\r\nSubject: inner\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe inner body.\r\n";
        var mail = "From: Salem <b@port.example>\r\nSubject: outer\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
                + "--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe outer body.\r\n"
                + "--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The outer body.</p>\r\n--a--\r\n"
                + "--m\r\nContent-Type: message/rfc822\r\n\r\n" + inner + "\r\n--m--\r\n";
        var found = extract("nested.eml", SampleFiles.utf8(mail));
        assertThat(found.text()).isEqualTo("The outer body.");
        assertThat(found.parts())
                .extracting(Part::text)
                .contains("The inner body.")
                .hasSize(2);
    }

    @Test
    void unknown_bytes_are_unsupported() throws Exception {
        var bytes = new byte[3000];
        new Random(7).nextBytes(bytes);
        bytes[0] = 0;
        var found = extract("a.dat", bytes);
        assertThat(found.outcome()).isEqualTo(Outcome.UNSUPPORTED);
        assertThat(found.mediaType().value()).isEqualTo("application/octet-stream");
        assertThat(extract("a.txt", bytes).outcome()).isEqualTo(Outcome.UNSUPPORTED);
        assertThat(extract("empty.txt", new byte[0]).outcome()).isEqualTo(Outcome.EMPTY);
    }

    @Test
    void names_in_any_script_and_with_any_sign_work() throws Exception {
        for (var name : List.of("خبر عاجل.pdf", "with space & <sign> %41.pdf", "日本語\uD83D\uDE00.pdf", "new\nline.pdf"))
            assertThat(extract(name, SampleFiles.pdf(SampleFiles.ENGLISH)).text())
                    .isEqualTo(SampleFiles.ENGLISH);
    }

    @Test
    void a_file_is_read_only_and_gives_the_same_twice_whatever_the_locale() throws Exception {
        var pdf = SampleFiles.pdf(SampleFiles.ENGLISH);
        var files = List.of(
                SampleFiles.write(folder, "twice.eml", SampleFiles.mail(SampleFiles.ARABIC, "ISO-8859-6", pdf)),
                SampleFiles.write(folder, "twice.jpg", SampleMedia.jpegWithIptc()),
                SampleFiles.write(folder, "twice.docx", SampleFiles.docx(SampleFiles.ARABIC)));
        var before = Files.getLastModifiedTime(files.get(0));
        var first = all(extractor, files);
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            try (var other = Extractor.open(Limits.DEFAULT, 1, folder.resolve("elsewhere"))) {
                assertThat(all(other, files)).isEqualTo(first);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(Files.getLastModifiedTime(files.get(0))).isEqualTo(before);
        assertThat(first.get(0).text()).isEqualTo(SampleFiles.ARABIC);
    }

    private static List<Extraction> all(Extractor by, List<Path> files) throws Exception {
        var found = new ArrayList<Extraction>();
        for (var file : files) found.add(by.extract(file, file.getFileName().toString()));
        return found;
    }

    @Test
    void the_agent_says_its_version() {
        assertThat(Extractor.agent()).matches("Apache Tika \\d+\\.\\d+\\.\\d+");
    }

    private static Extraction extract(String name, byte[] bytes) throws Exception {
        return extractor.extract(SampleFiles.write(folder, name, bytes), name);
    }
}
