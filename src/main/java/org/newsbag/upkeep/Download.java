package org.newsbag.upkeep;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.newsbag.fixity.Progress;
import org.newsbag.upkeep.AllowList.NotAllowed;

/** Brings the bytes of one address into a file, and goes on where an earlier try broke off. */
final class Download {
    private static final int ATTEMPTS = 3;
    private static final int REDIRECTIONS = 5;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int BLOCK = 1 << 16;
    private static final Set<Integer> REDIRECTING = Set.of(301, 302, 303, 307, 308);
    /** Answers that another try may change: time-out, too many requests, and the server's own troubles. */
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private final AllowList allowed;
    private final Progress progress;

    Download(AllowList allowed, Progress progress) {
        this.allowed = allowed;
        this.progress = progress;
    }

    /** More bytes came than there may be. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(long limit) {
            super("more bytes came than the " + limit + " that may come");
        }
    }

    /** An answer after which asking again is useless. */
    private static final class Final extends IOException {
        private static final long serialVersionUID = 1L;

        Final(String message) {
            super(message);
        }
    }

    /**
     * Appends to a file what it lacks of an address, or begins it anew where the server does not say that it goes on.
     *
     * @param limit the most bytes that the file may have then
     * @throws TooLong where there would be more; the file is of no use then
     * @throws IOException where it cannot be had; the file keeps what came, for another time
     */
    void to(Path file, String url, long limit) throws IOException, NotAllowed, InterruptedException {
        for (int attempt = 1; ; attempt++)
            try {
                attempt(file, url, limit);
                return;
            } catch (TooLong | Final e) {
                throw e;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) throw e;
                Thread.sleep(1000L * attempt);
            }
    }

    private void attempt(Path file, String url, long limit) throws IOException, NotAllowed {
        long have = Files.exists(file) ? Files.size(file) : 0;
        var connection = answer(url, have);
        try {
            boolean goesOn = connection.getResponseCode() == 206 && startsAt(connection, have);
            long begin = goesOn ? have : 0;
            long announced = connection.getContentLengthLong();
            if (announced > limit - begin) throw new TooLong(limit);
            try (var in = connection.getInputStream()) {
                long length = append(in, file, begin, limit);
                if (announced >= 0 && length - begin < announced)
                    throw new IOException("the connection broke off after " + length + " bytes");
            }
        } finally {
            connection.disconnect();
        }
    }

    /** The connection whose answer is the file, after redirections. */
    private HttpURLConnection answer(String url, long have) throws IOException, NotAllowed {
        var address = allowed.check(url);
        for (int hop = 0; hop <= REDIRECTIONS; hop++) {
            var connection = ask(address, have);
            int status = connection.getResponseCode();
            if (status == 200 || status == 206) return connection;
            var location = connection.getHeaderField("Location");
            connection.disconnect();
            if (status == 416 && have > 0) {
                have = 0; // what is there is no beginning of what the server has now
                continue;
            }
            if (!REDIRECTING.contains(status) || location == null) {
                var message = "the server answered " + status;
                throw PASSING.contains(status) ? new IOException(message) : new Final(message);
            }
            address = allowed.check(resolved(address, location));
        }
        throw new Final("it is redirected again and again");
    }

    private static HttpURLConnection ask(URI address, long have) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestProperty("Accept-Encoding", "identity");
        connection.setRequestProperty("User-Agent", "newsbag");
        if (have > 0) connection.setRequestProperty("Range", "bytes=" + have + "-");
        try {
            connection.getResponseCode();
        } catch (FileNotFoundException e) {
            throw new Final("the server has no such file");
        }
        return connection;
    }

    private static String resolved(URI address, String location) throws NotAllowed {
        try {
            return address.resolve(location).toString();
        } catch (IllegalArgumentException e) {
            throw new NotAllowed("it is redirected to \"" + location + "\", which is no address");
        }
    }

    private static boolean startsAt(HttpURLConnection connection, long have) {
        var range = connection.getHeaderField("Content-Range");
        return range != null && range.startsWith("bytes " + have + "-");
    }

    private long append(InputStream in, Path file, long begin, long limit) throws IOException {
        var mode = begin > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        long length = begin;
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
            var block = new byte[BLOCK];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                if (n > limit - length) throw new TooLong(limit);
                out.write(block, 0, n);
                length += n;
                progress.advance(0, n);
            }
        }
        return length;
    }
}
