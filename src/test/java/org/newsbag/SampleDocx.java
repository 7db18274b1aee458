package org.newsbag;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The sample word-processor document: an Arabic article from right to left, with its properties filled in. */
final class SampleDocx {
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(2025, 12, 21, 8, 0, 0);
    private static final String MADE = "2025-12-21T06:00:00Z";
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String FONT = "Times New Roman";

    private SampleDocx() {}

    /** Headline, byline, dateline, date and paragraphs, parted by empty lines. */
    static byte[] of(String text) throws IOException {
        var paragraphs = List.of(text.strip().split("\n\n"));
        try (var document = new XWPFDocument()) {
            describe(document, paragraphs.get(0), paragraphs.get(1).replaceFirst("^.*: ", ""));
            for (int i = 0; i < paragraphs.size(); i++) add(document, paragraphs.get(i), i == 0 ? 20 : 13, i == 0);
            var bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return reproducible(bytes.toByteArray());
        }
    }

    private static void describe(XWPFDocument document, String headline, String author) {
        var properties = document.getProperties().getCoreProperties();
        properties.setTitle(headline);
        properties.setCreator(author);
        properties.setSubjectProperty("مقالة نموذجية لصحيفة مبتكرة");
        properties.setKeywords("ساقية، ترميم، النيل");
        try {
            properties.setCreated(MADE);
            properties.getUnderlyingProperties().setLanguageProperty("ar");
            properties.setModified(MADE);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("a date or language that POI refuses", e);
        }
        document.getProperties().getExtendedProperties().setCompany("دفاتر الواحة");
    }

    /** Arabic needs the complex-script twins of size, weight and font: Word ignores the plain ones there. */
    private static void add(XWPFDocument document, String text, int points, boolean bold) {
        var paragraph = document.createParagraph();
        paragraph.setSpacingAfter(160);
        paragraph.setSpacingBetween(1.3);
        paragraph.getCTP().getPPr().addNewBidi();
        var run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily(FONT);
        run.setFontSize(points);
        run.setBold(bold);
        var look = run.getCTR().getRPr();
        look.getRFontsArray(0).setCs(FONT);
        look.addNewSzCs().setVal(BigInteger.valueOf(2L * points));
        if (bold) look.addNewBCs();
        look.addNewRtl();
    }

    /** The same parts in a fixed order, at a fixed time, and stored: another zlib makes other bytes of the same text. */
    private static byte[] reproducible(byte[] zip) throws IOException {
        var parts = new TreeMap<String, byte[]>(Comparator.comparing((String name) -> !name.equals(CONTENT_TYPES))
                .thenComparing(name -> name));
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var next = Optional.ofNullable(in.getNextEntry());
                    next.isPresent();
                    next = Optional.ofNullable(in.getNextEntry()))
                parts.put(next.get().getName(), in.readAllBytes());
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                out.putNextEntry(stored(part.getKey(), part.getValue()));
                out.write(part.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] content) {
        var checksum = new CRC32();
        checksum.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(ZIP_TIME);
        return entry;
    }
}
