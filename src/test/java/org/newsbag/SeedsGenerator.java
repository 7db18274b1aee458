package org.newsbag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the samples of {@code seeds/} that no editor of plain text can write. Run {@link #main} from the root of the
 * project after a change; {@code SeedsTest} fails when what is committed is not what this class makes.
 */
final class SeedsGenerator {
    static final String PHOTOGRAPH = "photos/harbour-at-dusk.jpg";

    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");

    private SeedsGenerator() {}

    public static void main(String[] arguments) throws IOException {
        writeInto(Path.of(arguments.length == 0 ? "seeds" : arguments[0]));
    }

    static void writeInto(Path folder) throws IOException {
        for (var file : files().entrySet()) {
            var target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    /** Every made file: its path below {@code seeds/} and its bytes. */
    static Map<String, byte[]> files() throws IOException {
        var files = new TreeMap<String, byte[]>();
        files.put("arabic/windows-1256.txt", text("windows-1256.txt").getBytes(WINDOWS_1256));
        files.put("documents/harvest.pdf", SamplePdf.of(text("harvest.txt")));
        files.put("documents/waterwheel.docx", SampleDocx.of(text("waterwheel.txt")));
        files.put("mail/regatta.eml", SampleMail.of(text("regatta.txt"), text("regatta-programme.txt")));
        files.put(PHOTOGRAPH, SamplePhotograph.bytes());
        return files;
    }

    private static String text(String name) {
        try (InputStream in = SeedsGenerator.class.getResourceAsStream("seeds/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
