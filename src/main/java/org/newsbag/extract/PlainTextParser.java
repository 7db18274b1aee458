package org.newsbag.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads plain text inside archives and mails. Public only because Tika makes it by name, in a forked process; Tika's own parser decodes
 * legacy Arabic as Cyrillic.
 */
public final class PlainTextParser implements Parser {
    private static final long serialVersionUID = 1L;
    private static final Set<MediaType> TYPES = types();

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return TYPES;
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException {
        var text = BoundedBytes.decode(stream, metadata, Optional.empty()).text();
        var xhtml = new XHTMLContentHandler(handler, metadata);
        xhtml.startDocument();
        xhtml.characters(Texts.clean(text));
        xhtml.endDocument();
    }

    private static Set<MediaType> types() {
        var registry = MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry();
        var types = new TreeSet<MediaType>();
        for (var type : registry.getTypes()) if (PlainTypes.isPlain(type, registry)) types.add(type);
        return Collections.unmodifiableSet(types);
    }
}
