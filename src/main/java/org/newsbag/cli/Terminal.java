package org.newsbag.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What a command is given by the process it runs in.
 *
 * @param out where results go, UTF-8
 * @param err where progress and complaints go, UTF-8
 * @param isWatched whether a person looks at {@code err}
 * @param home the folder that holds {@code profiles/}, where the launcher named one
 */
record Terminal(
        PrintStream out, PrintStream err, boolean isWatched, Optional<Path> home, Map<String, String> environment) {

    /** The end of the year 9999: later years have no date of four digits, as Bagging-Date and PREMIS ask for. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** The real process. The launcher says whether standard error is a terminal, which Java cannot ask. */
    static Terminal ofProcess() {
        var environment = System.getenv();
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                "1".equals(environment.get("NEWSBAG_WATCHED")),
                Optional.ofNullable(System.getProperty("newsbag.home")).map(Path::of),
                environment);
    }

    /**
     * The time as commands see it: that of {@code SOURCE_DATE_EPOCH}, in seconds, where it is set.
     *
     * @throws UsageProblem where it is set to something else
     */
    Clock clock() {
        var epoch = environment.get("SOURCE_DATE_EPOCH");
        if (epoch == null || epoch.isEmpty()) return Clock.systemUTC();
        try {
            long seconds = Long.parseLong(epoch);
            if (seconds < 0 || seconds > LAST_SECOND) throw new DateTimeException(epoch);
            return Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
        } catch (NumberFormatException | DateTimeException e) {
            throw new UsageProblem(
                    "SOURCE_DATE_EPOCH expected seconds since 1970, up to the year 9999, found \"" + epoch + "\".");
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
