package org.newsbag.extract;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.image.JpegParser;
import org.apache.tika.parser.image.TiffParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Tika's readers of JPEG and TIFF, and all of XMP: theirs keep neither photoshop:Credit nor photoshop:City. Public only because Tika makes it
 * by name, in a forked process.
 */
public final class PictureParser implements Parser {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 10_000;

    private final Map<MediaType, Parser> parsers = new LinkedHashMap<>();

    public PictureParser() {
        for (var parser : new Parser[] {new JpegParser(), new TiffParser()})
            for (var type : parser.getSupportedTypes(new ParseContext())) parsers.put(type, parser);
    }

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return parsers.keySet();
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        var type = Optional.ofNullable(MediaType.parse(metadata.get(HttpHeaders.CONTENT_TYPE)))
                .map(MediaType::getBaseType)
                .filter(parsers::containsKey)
                .orElse(MediaType.image("jpeg"));
        try (var picture = TikaInputStream.get(stream)) {
            var path = picture.getPath();
            parsers.get(type).parse(picture, handler, metadata, context);
            for (var directory :
                    ImageMetadataReader.readMetadata(path.toFile()).getDirectoriesOfType(XmpDirectory.class))
                new TreeMap<>(directory.getXmpProperties()).forEach((name, value) -> add(metadata, name, value));
        } catch (ImageProcessingException e) {
            throw new TikaException("the picture's metadata cannot be read", e);
        }
    }

    /** Adds {@code dc:creator[1]} under {@code XMP dc:creator}; embedded thumbnails are left out. */
    private static void add(Metadata metadata, String name, String value) {
        if (name == null || value == null || name.contains("?") || name.contains("xml:lang")) return;
        if (value.length() <= LONGEST) metadata.add("XMP " + name.replaceAll("\\[\\d+]", ""), value);
    }
}
