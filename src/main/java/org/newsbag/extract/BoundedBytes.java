package org.newsbag.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;

/** How a parser of ours reads a text inside a forked process: whole, up to a bound, in the charset that {@link Decoder} finds. */
final class BoundedBytes {
    /** Longer texts of one part are cut: decoding needs them in memory several times over. */
    private static final int MOST = 24 << 20;

    private BoundedBytes() {}

    static Decoded decode(InputStream in, Metadata metadata, Optional<String> declaredInside) throws IOException {
        return decode(read(in, metadata), metadata, declaredInside);
    }

    static byte[] read(InputStream in, Metadata metadata) throws IOException {
        var bytes = in.readNBytes(MOST);
        if (bytes.length == MOST && in.read() >= 0) metadata.set(TikaCoreProperties.WRITE_LIMIT_REACHED, "true");
        return bytes;
    }

    static Decoded decode(byte[] bytes, Metadata metadata, Optional<String> declaredInside) {
        var transport = Optional.ofNullable(metadata.get(HttpHeaders.CONTENT_ENCODING))
                .or(() -> Optional.ofNullable(metadata.get(HttpHeaders.CONTENT_TYPE))
                        .flatMap(Decoder::declaredIn));
        var decoded = Decoder.decode(bytes, bytes.length, transport.or(() -> declaredInside));
        metadata.set(HttpHeaders.CONTENT_ENCODING, decoded.charset().value());
        metadata.set(PropertyNames.CHARSET_FOUND_BY, decoded.charset().how());
        return decoded;
    }
}
