package org.newsbag.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.metadata.Metadata;

/** {@link Decoder} for the parsers of Tika that ask for a charset. Public only because Tika makes it by name, in a forked process. */
public final class BytesDetector implements EncodingDetector {
    private static final long serialVersionUID = 1L;
    private static final int SAMPLE = 1 << 16;

    @Override
    public Charset detect(InputStream input, Metadata metadata) throws IOException {
        if (input == null) return null;
        input.mark(SAMPLE);
        var bytes = input.readNBytes(SAMPLE);
        input.reset();
        int end = Decoder.wholeCharacters(bytes, bytes.length);
        var copy = metadata == null ? new Metadata() : metadata;
        var declared = Optional.ofNullable(copy.get(Metadata.CONTENT_ENCODING))
                .or(() -> Optional.ofNullable(copy.get(Metadata.CONTENT_TYPE)).flatMap(Decoder::declaredIn))
                .or(() -> HtmlPage.declaredCharset(bytes));
        return Charset.forName(Decoder.decode(bytes, end, declared).charset().value());
    }
}
