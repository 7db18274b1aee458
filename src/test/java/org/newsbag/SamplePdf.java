package org.newsbag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** The sample PDF: one page of a newspaper, in the standard fonts, with its properties filled in. */
final class SamplePdf {
    private static final String OUTLET = "The Saltmarsh Courier";
    private static final String DATE = "Sunday, 21 December 2025";

    private static final float MARGIN = 72;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private final PDType1Font roman = new PDType1Font(FontName.TIMES_ROMAN);
    private final PDType1Font bold = new PDType1Font(FontName.TIMES_BOLD);
    private final PDType1Font italic = new PDType1Font(FontName.TIMES_ITALIC);
    private final PDPageContentStream page;
    private float y = PDRectangle.A4.getHeight() - MARGIN;

    private SamplePdf(PDPageContentStream page) {
        this.page = page;
    }

    /** Headline, byline and paragraphs, parted by empty lines. */
    static byte[] of(String text) throws IOException {
        var paragraphs = List.of(text.strip().split("\n\n"));
        try (var document = new PDDocument()) {
            describe(document, paragraphs.get(0), paragraphs.get(1).substring("By ".length()));
            var sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            // Not compressed: another zlib makes other bytes of the same text.
            try (var content =
                    new PDPageContentStream(document, sheet, PDPageContentStream.AppendMode.OVERWRITE, false)) {
                new SamplePdf(content).print(paragraphs);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private static void describe(PDDocument document, String headline, String author) {
        var made = GregorianCalendar.from(ZonedDateTime.of(2025, 12, 21, 6, 0, 0, 0, ZoneOffset.UTC));
        var properties = document.getDocumentInformation();
        properties.setTitle(headline);
        properties.setAuthor(author);
        properties.setSubject("A sample article of an invented newspaper");
        properties.setKeywords("sample, harvest, orchards");
        properties.setCreator(OUTLET);
        properties.setCreationDate(made);
        properties.setModificationDate(made);
        document.getDocumentCatalog().setLanguage("en-GB");
        document.setDocumentId(20251221L);
    }

    private void print(List<String> paragraphs) throws IOException {
        line(OUTLET, bold, 15, 22);
        line(DATE, italic, 11, 10);
        rule();
        y -= 38;
        block(paragraphs.get(0), bold, 19.5f, 24);
        y -= 6;
        line(paragraphs.get(1), italic, 12, 26);
        for (var paragraph : paragraphs.subList(2, paragraphs.size())) {
            block(paragraph, roman, 12.5f, 17.5f);
            y -= 9;
        }
    }

    private void rule() throws IOException {
        page.setLineWidth(0.8f);
        page.moveTo(MARGIN, y);
        page.lineTo(MARGIN + WIDTH, y);
        page.stroke();
    }

    private void block(String text, PDType1Font font, float size, float leading) throws IOException {
        for (var line : wrapped(text, font, size)) line(line, font, size, leading);
    }

    private void line(String text, PDType1Font font, float size, float leading) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(MARGIN, y);
        page.showText(text);
        page.endText();
        y -= leading;
    }

    private static List<String> wrapped(String text, PDType1Font font, float size) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (font.getStringWidth(longer) / 1000 * size > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? word : " " + word);
        }
        lines.add(line.toString());
        return lines;
    }
}
