package org.newsbag.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Small documents of every format that news comes in, made from scratch. All people, places and events in them are invented. */
public final class SampleFiles {
    public static final String ENGLISH =
            "The harbour council of Port Linden met on Tuesday to discuss the new ferry line and its timetable.";
    public static final String ARABIC =
            "قال مجلس الميناء في بيان صدر اليوم إن العبارة الجديدة ستبدأ رحلاتها بين المدينة"
                    + " والجزيرة في الشهر المقبل بعد أن تأخرت الأعمال طويلا بسبب الرياح.";

    private SampleFiles() {}

    public static Path write(Path folder, String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    public static Path write(Path folder, String name, String text, Charset charset) throws IOException {
        return write(folder, name, text.getBytes(charset));
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An HTML page with JSON-LD, OpenGraph, an article, and the furniture of a site around it. */
    public static String html(String charset) {
        return """
                <!DOCTYPE html>
                <html lang="ar"><head><meta charset="%s">
                <title>العبارة الجديدة | صحيفة الميناء</title>
                <link rel="canonical" href="https://port.example/ferry">
                <meta property="og:site_name" content="صحيفة الميناء">
                <meta property="og:title" content="العبارة الجديدة">
                <meta name="author" content="سالم البحري">
                <meta property="article:published_time" content="2026-01-05T08:00:00+03:00">
                <script type="application/ld+json">
                {"@context":"https://schema.org","@graph":[
                  {"@type":"WebSite","name":"site"},
                  {"@type":["NewsArticle"],"headline":"العبارة الجديدة تبدأ","author":[{"@type":"Person","name":"سالم البحري"},"ليلى النوري"],
                   "publisher":{"@type":"Organization","name":"صحيفة الميناء"},"datePublished":"2026-01-05T08:00:00+03:00",
                   "dateModified":"2026-01-06","dateline":"ميناء لندن","contentLocation":{"@type":"Place","name":"ميناء لندن"},
                   "inLanguage":"ar","url":"https://port.example/ferry"}]}
                </script>
                <script type="application/ld+json">{"@type":"NewsArticle", broken</script>
                <style>p { color: red }</style></head>
                <body><header>شعار</header><nav><ul><li>الرئيسية</li><li>رياضة</li></ul></nav>
                <article><h1>العبارة الجديدة تبدأ</h1><p>%s</p><p>سطر أول<br>سطر ثان</p>
                <aside>إعلان</aside><form><input value="بحث"><button>بحث</button></form></article>
                <footer>حقوق</footer><script>track()</script></body></html>
                """.formatted(charset, ARABIC);
    }

    public static byte[] pdf(String text) throws IOException {
        return pdf(text, null);
    }

    /** A PDF that asks for this password; for none where it is null. */
    public static byte[] pdf(String text, String password) throws IOException {
        try (var document = new PDDocument()) {
            if (text != null) page(document, text);
            else document.addPage(new PDPage());
            var information = document.getDocumentInformation();
            information.setTitle("Ferry line");
            information.setAuthor("Mara Linden");
            information.setProducer("A Producer 1.0");
            information.setCreator("Some Writer 2.0");
            if (password != null) {
                var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
                policy.setEncryptionKeyLength(128);
                document.protect(policy);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void page(PDDocument document, String text) throws IOException {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
            content.newLineAtOffset(40, 700);
            content.showText(text);
            content.endText();
        }
    }

    public static byte[] docx(String text) throws IOException {
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(text);
            var core = document.getProperties().getCoreProperties();
            core.setTitle("Ferry line");
            core.setCreator("Mara Linden");
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    public static byte[] encryptedDocx(String text) throws IOException {
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(container)) {
                out.write(docx(text));
            }
            var out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    public static byte[] xlsx(String text) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var row = workbook.createSheet("News").createRow(0);
            row.createCell(0).setCellValue(text);
            row.createCell(1).setCellValue(42);
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    public static byte[] pptx(String text) throws IOException {
        try (var show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText(text);
            var out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        }
    }

    public static byte[] odt(String text) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        parts.put(
                "META-INF/manifest.xml",
                utf8("<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                        + "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>"
                        + "</manifest:manifest>"));
        parts.put(
                "meta.xml",
                utf8("<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\">"
                        + "<office:meta><dc:title>Ferry line</dc:title><meta:initial-creator>Mara Linden</meta:initial-creator>"
                        + "<dc:creator>Mara Linden</dc:creator></office:meta></office:document-meta>"));
        parts.put(
                "content.xml",
                utf8("<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text><text:p>"
                        + text + "</text:p></office:text></office:body></office:document-content>"));
        return zip(parts);
    }

    public static byte[] rtf(String text) {
        var body = new StringBuilder();
        text.codePoints().forEach(c -> body.append(c < 0x80 ? Character.toString(c) : "\\u" + (short) c + "?"));
        return ("{\\rtf1\\ansi\\ansicpg1256{\\info{\\title Ferry line}{\\author Mara Linden}}\\pard " + body + "\\par}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] epub(String text) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", utf8("application/epub+zip"));
        parts.put(
                "META-INF/container.xml",
                utf8(
                        "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
                                + "<rootfile full-path=\"book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>"));
        parts.put(
                "book.opf",
                utf8("<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\">"
                        + "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Ferry line</dc:title>"
                        + "<dc:creator>Mara Linden</dc:creator><dc:publisher>Port Paper</dc:publisher><dc:language>en</dc:language>"
                        + "<dc:date>2026-01-05</dc:date></metadata><manifest>"
                        + "<item id=\"c1\" href=\"c1.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>"
                        + "<spine><itemref idref=\"c1\"/></spine></package>"));
        parts.put(
                "c1.xhtml",
                utf8(
                        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>One</title></head><body><h1>Chapter</h1><p>"
                                + text + "</p><script>x()</script></body></html>"));
        return zip(parts);
    }

    /** A mail with a body in this charset and a PDF attached. */
    public static byte[] mail(String body, String charset, byte[] pdf) {
        var encoder = Base64.getMimeEncoder(76, utf8("\r\n"));
        var subject = "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8("العبارة الجديدة")) + "?=";
        var from = "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8("سالم البحري")) + "?=";
        var mail = "From: " + from + " <salem@port.example>\r\nTo: desk@port.example\r\nSubject: " + subject
                + "\r\nDate: Mon, 5 Jan 2026 08:00:00 +0300\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset="
                + charset
                + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + encoder.encodeToString(body.getBytes(Charset.forName(charset)))
                + "\r\n--b\r\nContent-Type: application/pdf; name=\"ferry.pdf\"\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"ferry.pdf\"\r\n\r\n" + encoder.encodeToString(pdf)
                + "\r\n--b--\r\n";
        return mail.getBytes(StandardCharsets.US_ASCII);
    }

    /** A mail of one HTML body that declares its charset in the header only. */
    public static byte[] htmlMail(String paragraph, String charset) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(utf8(
                "From: desk@port.example\r\nSubject: note\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset="
                        + charset + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html><body><p>"));
        out.write(paragraph.getBytes(Charset.forName(charset)));
        out.write(utf8("</p></body></html>\r\n"));
        return out.toByteArray();
    }

    public static byte[] mbox(String first, String second) {
        var mails = new StringBuilder();
        for (var body : new String[] {first, second})
            mails.append(
                            "From desk@port.example Mon Jan  5 08:00:00 2026\nFrom: Desk <desk@port.example>\nSubject: a note\n")
                    .append("Date: Mon, 5 Jan 2026 08:00:00 +0300\nContent-Type: text/plain; charset=UTF-8\n\n")
                    .append(body)
                    .append("\n\n");
        return utf8(mails.toString());
    }

    /** A WARC of one request's response. */
    public static byte[] warc(String uri, String html) {
        var http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + utf8(html).length
                + "\r\n\r\n" + html;
        var info = "software: none\r\n";
        return utf8("WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Date: 2026-01-05T05:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nContent-Type: application/warc-fields\r\n"
                + "Content-Length: " + utf8(info).length + "\r\n\r\n" + info + "\r\n\r\n"
                + "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + uri
                + "\r\nWARC-Date: 2026-01-05T05:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000002>\r\n"
                + "Content-Type: application/http; msgtype=response\r\nContent-Length: " + utf8(http).length
                + "\r\n\r\n"
                + http + "\r\n\r\n");
    }

    public static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                var header = new ZipEntry(entry.getKey());
                header.setTime(1_700_000_000_000L);
                if (entry.getKey().equals("mimetype")) {
                    var crc = new CRC32();
                    crc.update(entry.getValue());
                    header.setMethod(ZipEntry.STORED);
                    header.setSize(entry.getValue().length);
                    header.setCrc(crc.getValue());
                }
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** A ZIP whose one entry says that it is encrypted. */
    public static byte[] encryptedZip() throws IOException {
        var zip = zip(Map.of("secret.txt", utf8(ENGLISH)));
        zip[6] |= 1;
        int central = zip.length - 22 - (46 + "secret.txt".length());
        zip[central + 8] |= 1;
        return zip;
    }

    /** News as the wire sends it: ANPA 1312. */
    public static byte[] anpa(String headline, String text) {
        var wire = new StringWriter();
        wire.write("\u0016\u0016\u0001a0001\u001fr i \u0013BC-Ferry\u001301-05 0100\n");
        wire.write("\u0002^" + headline + "^\n   " + text + "\n\u000301-05-26 0800GMT\n\u0004");
        return wire.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** News as archives keep it: NITF. */
    public static String nitf() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <nitf><head><title>slug</title><docdata><date.issue norm="20260105T080000+0300"/></docdata>
                <pubdata name="Port Paper"/></head><body><body.head><hedline><hl1>The ferry sails</hl1></hedline>
                <byline>By Mara Linden</byline><distributor>Port Agency</distributor>
                <dateline><location>PORT LINDEN</location></dateline></body.head>
                <body.content><p>%s</p><p>It sails daily.</p></body.content></body></nitf>
                """.formatted(ENGLISH);
    }
}
