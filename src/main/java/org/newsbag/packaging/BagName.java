package org.newsbag.packaging;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.newsbag.path.RelativePath;

/** The name of a bag's folder, or of its archive without the extension. */
final class BagName {
    private BagName() {}

    /** The source's name and the date (UTC), then the same with -2, -3 and so on, for as long as they are asked for. */
    static Stream<String> defaults(List<Path> sources, Instant time) {
        var base = base(sources) + "-" + LocalDate.ofInstant(time, ZoneOffset.UTC);
        return Stream.concat(Stream.of(base), IntStream.iterate(2, i -> i + 1).mapToObj(i -> base + "-" + i));
    }

    private static String base(List<Path> sources) {
        if (sources.size() > 1) return "bag";
        var fileName = sources.get(0).toAbsolutePath().normalize().getFileName();
        if (fileName == null) return "bag";
        var name = new StringBuilder();
        fileName.toString()
                .codePoints()
                .takeWhile(c -> RelativePath.utf8Length(name.toString()) < 200)
                .forEach(name::appendCodePoint);
        // Hidden files are easily overlooked, and a name like that of a staging folder would be swept away.
        var shown = name.toString().replaceFirst("^\\.+", "");
        return shown.isEmpty() ? "bag" : shown;
    }
}
