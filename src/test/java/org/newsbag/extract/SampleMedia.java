package org.newsbag.extract;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/** Small pictures, sounds and films with the fields that picture desks fill in. */
public final class SampleMedia {
    /** IPTC IIM dataset numbers of record 2. */
    private static final int BYLINE = 80;

    private static final int DATE_CREATED = 55;
    private static final int CITY = 90;
    private static final int COUNTRY = 101;
    private static final int HEADLINE = 105;
    private static final int CREDIT = 110;
    private static final int SOURCE = 115;

    private static final String XMP = """
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
             xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
             photoshop:Credit="Harbour Pictures" photoshop:Headline="The ferry"><dc:creator><rdf:Seq><rdf:li>Mara Linden</rdf:li></rdf:Seq></dc:creator>
            </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""";

    private SampleMedia() {}

    public static byte[] png() throws IOException {
        return picture("png");
    }

    /** A JPEG with IPTC fields in an APP13 segment. */
    public static byte[] jpegWithIptc() throws IOException {
        var block = new ByteArrayOutputStream();
        block.write(ascii("Photoshop 3.0\0"));
        block.write(ascii("8BIM"));
        var iim = iim();
        block.write(new byte[] {4, 4, 0, 0});
        block.write(ByteBuffer.allocate(4).putInt(iim.length).array());
        block.write(iim);
        if (iim.length % 2 == 1) block.write(0);
        return withSegment(0xED, block.toByteArray());
    }

    /** A JPEG with XMP in an APP1 segment. */
    public static byte[] jpegWithXmp() throws IOException {
        var block = new ByteArrayOutputStream();
        block.write(ascii("http://ns.adobe.com/xap/1.0/\0"));
        block.write(XMP.getBytes(StandardCharsets.UTF_8));
        return withSegment(0xE1, block.toByteArray());
    }

    /** A TIFF of one grey point with XMP (tag 700) and IPTC (tag 33723). */
    public static byte[] tiff() throws IOException {
        var xmp = XMP.getBytes(StandardCharsets.UTF_8);
        var iim = iim();
        var tags = new TreeMap<Integer, int[]>();
        int entries = 11;
        int data = 8 + 2 + entries * 12 + 4;
        tags.put(256, new int[] {3, 1, 1 << 16});
        tags.put(257, new int[] {3, 1, 1 << 16});
        tags.put(258, new int[] {3, 1, 8 << 16});
        tags.put(259, new int[] {3, 1, 1 << 16});
        tags.put(262, new int[] {3, 1, 1 << 16});
        tags.put(273, new int[] {4, 1, data});
        tags.put(277, new int[] {3, 1, 1 << 16});
        tags.put(278, new int[] {3, 1, 1 << 16});
        tags.put(279, new int[] {4, 1, 1});
        tags.put(700, new int[] {1, xmp.length, data + 2});
        tags.put(33723, new int[] {7, iim.length, data + 2 + xmp.length});
        var tiff = ByteBuffer.allocate(data + 2 + xmp.length + iim.length);
        tiff.put(ascii("MM")).putShort((short) 42).putInt(8).putShort((short) entries);
        for (Map.Entry<Integer, int[]> tag : tags.entrySet())
            tiff.putShort(tag.getKey().shortValue())
                    .putShort((short) tag.getValue()[0])
                    .putInt(tag.getValue()[1])
                    .putInt(tag.getValue()[2]);
        tiff.putInt(0).put((byte) 128).put((byte) 0).put(xmp).put(iim);
        return tiff.array();
    }

    /** An MP3 of a second of silence with ID3v2 tags. */
    public static byte[] mp3(String title, String artist) throws IOException {
        var frames = new ByteArrayOutputStream();
        frames.write(id3("TIT2", title));
        frames.write(id3("TPE1", artist));
        var out = new ByteArrayOutputStream();
        out.write(ascii("ID3"));
        out.write(new byte[] {3, 0, 0});
        int size = frames.size();
        out.write(new byte[] {
            (byte) (size >> 21 & 127), (byte) (size >> 14 & 127), (byte) (size >> 7 & 127), (byte) (size & 127)
        });
        out.write(frames.toByteArray());
        var frame = new byte[417];
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xFB;
        frame[2] = (byte) 0x90;
        for (int i = 0; i < 39; i++) out.write(frame);
        return out.toByteArray();
    }

    /** An MP4 without a track, with the tags of iTunes. */
    public static byte[] mp4(String title, String artist) throws IOException {
        var list = box("ilst", box("\u00a9nam", data(title)), box("\u00a9ART", data(artist)));
        var handler = new byte[25];
        System.arraycopy(ascii("mdirappl"), 0, handler, 8, 8);
        var meta = box("meta", new byte[4], box("hdlr", handler), list);
        var header = ByteBuffer.allocate(100)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(1000)
                .putInt(0)
                .array();
        return join(
                box("ftyp", ascii("M4A "), new byte[4], ascii("M4A mp42isom")),
                box("moov", box("mvhd", header), box("udta", meta)));
    }

    private static byte[] picture(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] iim() throws IOException {
        var iim = new ByteArrayOutputStream();
        // Record 1, dataset 90: what follows is UTF-8.
        iim.write(new byte[] {0x1C, 1, 90, 0, 3, 0x1B, 0x25, 0x47});
        dataset(iim, DATE_CREATED, "20260105");
        dataset(iim, BYLINE, "سالم البحري");
        dataset(iim, CITY, "Port Linden");
        dataset(iim, COUNTRY, "Lindenland");
        dataset(iim, HEADLINE, "The new ferry");
        dataset(iim, CREDIT, "Harbour Pictures");
        dataset(iim, SOURCE, "Port Agency");
        return iim.toByteArray();
    }

    private static void dataset(ByteArrayOutputStream iim, int number, String value) throws IOException {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        iim.write(new byte[] {0x1C, 2, (byte) number, (byte) (bytes.length >> 8), (byte) bytes.length});
        iim.write(bytes);
    }

    private static byte[] withSegment(int marker, byte[] block) throws IOException {
        var jpeg = picture("jpg");
        int length = block.length + 2;
        return join(
                Arrays.copyOf(jpeg, 2),
                new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length},
                block,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] id3(String frame, String value) throws IOException {
        var text = value.getBytes(StandardCharsets.UTF_16);
        return join(ascii(frame), ByteBuffer.allocate(4).putInt(text.length + 1).array(), new byte[] {0, 0, 1}, text);
    }

    private static byte[] data(String value) throws IOException {
        return box("data", new byte[] {0, 0, 0, 1, 0, 0, 0, 0}, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] box(String type, byte[]... contents) throws IOException {
        var content = join(contents);
        return join(
                ByteBuffer.allocate(4).putInt(content.length + 8).array(),
                type.getBytes(StandardCharsets.ISO_8859_1),
                content);
    }

    private static byte[] join(byte[]... parts) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var part : parts) out.write(part);
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
