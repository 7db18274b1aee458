package org.newsbag.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts from before UTF-8, above all Arabic ones. */
class LegacyCharsetsTest {
    private static final String SHORT = "وصل الوزير إلى المطار اليوم\n";

    @TempDir
    static Path folder;

    private static Extractor extractor;

    @BeforeAll
    static void open() throws IOException {
        extractor = Extractor.open(Limits.DEFAULT, 1, folder.resolve("temporary"));
    }

    @AfterAll
    static void close() throws IOException {
        extractor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1256", "ISO-8859-6", "UTF-16LE", "UTF-16BE", "UTF-8"})
    void arabic_without_any_hint(String charset) throws Exception {
        for (var text : new String[] {SampleFiles.ARABIC + "\n", SHORT}) {
            var found = extract("a.txt", text.getBytes(charset));
            assertThat(found.text()).isEqualTo(text);
            assertThat(found.charset().orElseThrow().value()).isEqualTo(charset);
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,FFFE", "UTF-16BE,FEFF", "UTF-8,EFBBBF"})
    void a_byte_order_mark_decides_and_is_no_text(String charset, String mark) throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.write(HexFormat.of().parseHex(mark));
        bytes.write(SHORT.getBytes(charset));
        var found = extract("a.txt", bytes.toByteArray());
        assertThat(found.text()).isEqualTo(SHORT);
        assertThat(found.charset()).contains(new Identified(charset, "byte order mark"));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1256,windows-1256",
        "windows-1256,iso-8859-1",
        "windows-1256,utf-8",
        "ISO-8859-6,ISO-8859-6",
        "UTF-8,windows-1252"
    })
    void html_whatever_it_declares(String charset, String declared) throws Exception {
        var page = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + declared
                + "\"></head><body><p>" + SampleFiles.ARABIC + "</p></body></html>";
        var found = extract("a.html", page.getBytes(charset));
        assertThat(found.text()).isEqualTo(SampleFiles.ARABIC);
        assertThat(found.charset().orElseThrow().value()).isEqualTo(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1256", "ISO-8859-6", "UTF-16LE"})
    void mails_that_declare_it(String charset) throws Exception {
        var plain = extract("a.eml", SampleFiles.mail(SampleFiles.ARABIC, charset, SampleFiles.pdf(null)));
        assertThat(plain.text()).isEqualTo(SampleFiles.ARABIC);
        if (charset.startsWith("UTF-16")) return;
        var html = extract("b.eml", SampleFiles.htmlMail(SampleFiles.ARABIC, charset));
        assertThat(html.text()).isEqualTo(SampleFiles.ARABIC);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251,Совет порта заявил сегодня что новый паром начнёт рейсы между городом и островом в следующем месяце",
        "windows-1252,Le conseil du port a déclaré que le nouveau ferry commencera ses traversées à l’été après de longs retards",
        "windows-1253,Το συμβούλιο του λιμανιού δήλωσε σήμερα ότι το νέο πλοίο θα ξεκινήσει τον επόμενο μήνα",
        "GB18030,港口委员会今天表示，新渡轮将于下个月开始在城市和岛屿之间航行，此前工程因大风而长期延误",
        "Shift_JIS,港湾評議会は本日、新しいフェリーが来月から街と島の間で運航を始めると発表しました"
    })
    void other_charsets_by_statistics(String charset, String text) {
        var bytes = text.getBytes(Charset.forName(charset));
        assertThat(Decoder.decode(bytes, bytes.length, Optional.empty()).text()).isEqualTo(text);
    }

    @Test
    void line_ends_and_broken_pairs_are_put_right() throws Exception {
        assertThat(extract("a.txt", SampleFiles.utf8("one\r\ntwo\rthree\n")).text())
                .isEqualTo("one\ntwo\nthree\n");
        assertThat(Texts.clean("a\uD800b\uDC00\uD83D\uDE00\0")).isEqualTo("a\uFFFDb\uFFFD\uD83D\uDE00");
    }

    @Test
    void a_text_with_a_replacement_character_of_its_own_is_still_utf8() {
        var bytes = SampleFiles.utf8("قال \uFFFD نعم");
        assertThat(Decoder.decode(bytes, bytes.length, Optional.empty())
                        .charset()
                        .value())
                .isEqualTo("UTF-8");
    }

    private static Extraction extract(String name, byte[] bytes) throws Exception {
        return extractor.extract(SampleFiles.write(folder, name, bytes), name);
    }
}
