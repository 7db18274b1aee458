package org.newsbag.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Tells the media type by first bytes and name. No parser, and nothing that opens containers. */
final class Sniffer {
    static final String BY_CONTENT = "content";
    static final String BY_NAME = "name";
    static final String BY_BOTH = "content and name";

    private final MimeTypes types;

    Sniffer() {
        this.types = MimeTypes.getDefaultMimeTypes();
    }

    /** How many of the first bytes are looked at. */
    int needed() {
        return types.getMinLength();
    }

    Identified identify(byte[] head, String name) {
        var type = detect(head, name);
        return new Identified(type.toString(), howFound(type, head, name));
    }

    /** How a type was found that the first bytes, the name, or a look into the container gave. */
    String howFound(MediaType type, byte[] head, String name) {
        boolean named = detect(new byte[0], name).equals(type);
        var read = detect(head, "");
        if (!named) return BY_CONTENT;
        return read.equals(type) || isNarrower(type, read) ? BY_BOTH : BY_NAME;
    }

    /** Whether the bytes show a container of which the type is one kind, as ZIP is of DOCX. */
    private boolean isNarrower(MediaType type, MediaType read) {
        return !read.equals(MediaType.OCTET_STREAM)
                && !read.equals(MediaType.TEXT_PLAIN)
                && types.getMediaTypeRegistry().isSpecializationOf(type, read);
    }

    boolean isPlain(Identified type) {
        return PlainTypes.isPlain(MediaType.parse(type.value()), types.getMediaTypeRegistry());
    }

    private MediaType detect(byte[] head, String name) {
        var metadata = new Metadata();
        if (!name.isEmpty()) metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            return types.detect(head.length == 0 ? null : new ByteArrayInputStream(head), metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
