package org.newsbag.extract;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.epub.EpubParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Tika's reader of EPUB, with our reader of HTML for its chapters. Public only because Tika makes it by name, in a forked process. */
public final class HtmlEpubParser extends EpubParser {
    private static final long serialVersionUID = 1L;

    public HtmlEpubParser() {
        setContentParser(new Chapter());
    }

    /** A chapter adds text; its title and meta tags are not those of the book. */
    private static final class Chapter extends HtmlPageParser {
        private static final long serialVersionUID = 1L;

        @Override
        public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
                throws IOException, SAXException {
            super.parse(stream, handler, new Metadata(), context);
        }
    }
}
