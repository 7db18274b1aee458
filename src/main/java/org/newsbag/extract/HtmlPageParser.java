package org.newsbag.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads HTML: the text of the article where the page marks it, the meta tags and the JSON-LD as they stand. Public only because Tika makes
 * it by name, in a forked process; Tika's own parser drops JSON-LD and joins menus and headings.
 */
public class HtmlPageParser implements Parser {
    private static final long serialVersionUID = 1L;
    private static final Set<MediaType> TYPES = Set.of(
            MediaType.TEXT_HTML,
            MediaType.application("xhtml+xml"),
            MediaType.application("vnd.wap.xhtml+xml"),
            MediaType.application("x-asp"));

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return TYPES;
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException {
        var bytes = BoundedBytes.read(stream, metadata);
        var html = BoundedBytes.decode(bytes, metadata, HtmlPage.declaredCharset(bytes));
        var page = HtmlPage.parse(html.text());
        page.properties().forEach((name, values) -> values.forEach(value -> metadata.add(name, value)));
        var xhtml = new XHTMLContentHandler(handler, metadata);
        xhtml.startDocument();
        xhtml.characters(Texts.clean(page.text()));
        xhtml.newline();
        xhtml.newline();
        xhtml.endDocument();
    }
}
