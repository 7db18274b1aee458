package org.newsbag.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.xml.DcXMLParser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Tika's reader of XML, and of NITF, the format of wires and newspaper archives, headline, byline, dateline and paragraphs apart. Public only
 * because Tika makes it by name, in a forked process. jsoup reads no entity from outside and expands none.
 */
public final class NewsXmlParser extends DcXMLParser {
    private static final long serialVersionUID = 1L;
    private static final String NITF = "text/vnd.iptc.nitf";
    private static final int HEAD = 4096;
    private static final Pattern ROOT = Pattern.compile(
            "\\A\\W{0,4}(?:<\\?[^>]*>\\s*|<!--.*?-->\\s*|<!DOCTYPE[^>\\[]*>\\s*)*<nitf[\\s>]", Pattern.DOTALL);

    /** Elements whose text is stated, as {@code nitf:hl1}. */
    private static final List<String> TEXTS = List.of("hl1", "byline", "location", "distributor", "copyrite");

    private static final List<String> BLOCKS = List.of("hl1", "hl2", "byline", "dateline", "p", "tagline");

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        var xml = TikaInputStream.get(stream);
        xml.mark(HEAD);
        var head = new String(xml.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        xml.reset();
        if (!ROOT.matcher(head).find()) {
            super.parse(xml, handler, metadata, context);
            return;
        }
        var bytes = BoundedBytes.read(xml, metadata);
        var decoded = BoundedBytes.decode(bytes, metadata, HtmlPage.declaredCharset(bytes));
        var document = Jsoup.parse(decoded.text(), Parser.xmlParser());
        metadata.set(HttpHeaders.CONTENT_TYPE, NITF);
        state(document, metadata);
        var xhtml = new XHTMLContentHandler(handler, metadata);
        xhtml.startDocument();
        xhtml.characters(Texts.clean(text(document)));
        xhtml.endDocument();
    }

    private static void state(Document document, Metadata metadata) {
        for (var name : TEXTS) for (var element : document.getElementsByTag(name)) add(metadata, name, element.text());
        for (var date : List.of("date.issue", "story.date"))
            for (var element : document.getElementsByTag(date)) add(metadata, date, element.attr("norm"));
        for (var element : document.getElementsByTag("pubdata")) add(metadata, "pubdata", element.attr("name"));
    }

    private static void add(Metadata metadata, String name, String value) {
        if (!value.isBlank()) metadata.add("nitf:" + name, value.strip());
    }

    private static String text(Document document) {
        var blocks = new ArrayList<String>();
        for (var body : document.getElementsByTag("body"))
            for (var element : body.getAllElements())
                if (BLOCKS.contains(element.normalName()) && element.hasText()) blocks.add(element.text());
        return String.join("\n\n", blocks);
    }
}
