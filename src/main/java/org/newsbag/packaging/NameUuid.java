package org.newsbag.packaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Digester;

/** Name-based UUIDs of version 5 (RFC 9562, section 5.5) in the name space of URLs; the JDK makes only those of version 3. */
final class NameUuid {
    private static final UUID URLS = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private NameUuid() {}

    static UUID of(String url) {
        var name = url.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(16 + name.length)
                .putLong(URLS.getMostSignificantBits())
                .putLong(URLS.getLeastSignificantBits())
                .put(name)
                .array();
        var digester = Digester.of(List.of(Algorithm.SHA_1));
        digester.update(bytes, 0, bytes.length);
        var digest = ByteBuffer.wrap(digester.finish().get(Algorithm.SHA_1).digest());
        long high = digest.getLong() & ~0xF000L | 0x5000L;
        long low = digest.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
