package org.newsbag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** The sample photograph: {@link HarbourPicture} as a JPEG, with IPTC-IIM 4 in APP13 and XMP in APP1. */
final class SamplePhotograph {
    private static final String HEADLINE = "Evening light over the harbour of Trieste";
    private static final String CAPTION = "Fishing boats lie at their moorings as the lamps come on along the mole of "
            + "Trieste at the end of the sardine season. The lighthouse keeper rings a bell when the last boat is in.";
    private static final String PHOTOGRAPHER = "Mirela Costin";
    private static final String CREDIT = "Lanternwire";
    private static final String CITY = "Trieste";
    private static final String COUNTRY = "Italy";
    private static final float QUALITY = 0.86f;

    private static final int APP1 = 0xe1;
    private static final int APP13 = 0xed;

    private SamplePhotograph() {}

    static byte[] bytes() throws IOException {
        var plain = jpeg();
        var out = new ByteArrayOutputStream();
        int afterJfif = 4 + ((plain[4] & 0xff) << 8 | plain[5] & 0xff);
        out.write(plain, 0, afterJfif);
        out.writeBytes(segments());
        out.write(plain, afterJfif, plain.length - afterJfif);
        return out.toByteArray();
    }

    /** The two segments of metadata, as they stand in the file after the JFIF segment. */
    static byte[] segments() {
        var out = new ByteArrayOutputStream();
        segment(out, APP1, latin("http://ns.adobe.com/xap/1.0/\0"), xmp().getBytes(StandardCharsets.UTF_8));
        segment(out, APP13, latin("Photoshop 3.0\0"), resource(iptc()));
        return out.toByteArray();
    }

    private static byte[] jpeg() throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(HarbourPicture.draw(), null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] name, byte[] content) {
        out.write(0xff);
        out.write(marker);
        twoBytes(out, 2 + name.length + content.length);
        out.writeBytes(name);
        out.writeBytes(content);
    }

    /** A Photoshop image resource: signature, id 0x0404, an empty name, the length, the content padded to even. */
    private static byte[] resource(byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(latin("8BIM"));
        twoBytes(out, 0x0404);
        twoBytes(out, 0);
        twoBytes(out, content.length >> 16);
        twoBytes(out, content.length & 0xffff);
        out.writeBytes(content);
        if (content.length % 2 == 1) out.write(0);
        return out.toByteArray();
    }

    private static byte[] iptc() {
        var out = new ByteArrayOutputStream();
        dataSet(out, 1, 90, "\u001b%G"); // what follows is UTF-8
        dataSet(out, 2, 0, "\0\4");
        dataSet(out, 2, 5, "harbour-at-dusk");
        dataSet(out, 2, 55, "20251017");
        dataSet(out, 2, 60, "181200+0200");
        dataSet(out, 2, 80, PHOTOGRAPHER);
        dataSet(out, 2, 90, CITY);
        dataSet(out, 2, 100, "ITA");
        dataSet(out, 2, 101, COUNTRY);
        dataSet(out, 2, 105, HEADLINE);
        dataSet(out, 2, 110, CREDIT);
        dataSet(out, 2, 120, CAPTION);
        return out.toByteArray();
    }

    private static void dataSet(ByteArrayOutputStream out, int record, int number, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        out.write(0x1c);
        out.write(record);
        out.write(number);
        twoBytes(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static String xmp() {
        try (var in = SamplePhotograph.class.getResourceAsStream("seeds/harbour-at-dusk.xmp")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{headline}", HEADLINE)
                    .replace("{caption}", CAPTION)
                    .replace("{photographer}", PHOTOGRAPHER)
                    .replace("{credit}", CREDIT)
                    .replace("{city}", CITY)
                    .replace("{country}", COUNTRY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void twoBytes(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
