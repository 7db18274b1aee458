package org.newsbag.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.mail.RFC822Parser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Tika's reader of mail, and the Date header as it stands: theirs keeps the moment in UTC, which may be another day. Public only because Tika
 * makes it by name, in a forked process.
 */
public final class DatedMailParser extends RFC822Parser {
    private static final long serialVersionUID = 1L;
    private static final int HEADERS = 1 << 16;
    private static final Pattern END = Pattern.compile("\\r?\\n\\r?\\n");
    private static final Pattern DATE = Pattern.compile("(?im)^Date:[ \\t]*([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)");

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        var mail = TikaInputStream.get(stream);
        mail.mark(HEADERS);
        var head = END.split(new String(mail.readNBytes(HEADERS), StandardCharsets.ISO_8859_1), 2)[0];
        mail.reset();
        var date = DATE.matcher(head);
        if (date.find())
            metadata.set(
                    Metadata.MESSAGE_RAW_HEADER_PREFIX + "Date",
                    date.group(1).replaceAll("\\s+", " ").strip());
        super.parse(mail, handler, metadata, context);
    }
}
