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
        var named = detect(new byte[0], name);
        if (isText(named) && Prose.isOnlyText(head)) head = Prose.window(head);
        var read = isText(named) && Prose.isCertain(head) ? MediaType.TEXT_PLAIN : detect(head, "");
        // Trying the bytes against all patterns is what takes time: a second try only where both do not agree anyhow.
        var type = read.equals(named)
                ? read
                : read.equals(MediaType.TEXT_PLAIN) && isText(named) ? named : detect(head, name);
        return new Identified(type.toString(), howFound(type, read, named));
    }

    /** How a type was found that a look into the container gave. */
    String howFound(MediaType type, byte[] head, String name) {
        return howFound(type, detect(head, ""), detect(new byte[0], name));
    }

    private String howFound(MediaType type, MediaType read, MediaType named) {
        if (!named.equals(type)) return BY_CONTENT;
        return read.equals(type) || isNarrower(type, read) ? BY_BOTH : BY_NAME;
    }

    /** Whether the bytes show a container of which the type is one kind, as ZIP is of DOCX. */
    private boolean isNarrower(MediaType type, MediaType read) {
        return !read.equals(MediaType.OCTET_STREAM)
                && !read.equals(MediaType.TEXT_PLAIN)
                && types.getMediaTypeRegistry().isSpecializationOf(type, read);
    }

    boolean isUnknown(Identified type) {
        return type.value().equals(MediaType.OCTET_STREAM.toString());
    }

    private boolean isText(MediaType type) {
        return type.equals(MediaType.TEXT_PLAIN) || PlainTypes.isPlain(type, types.getMediaTypeRegistry());
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
