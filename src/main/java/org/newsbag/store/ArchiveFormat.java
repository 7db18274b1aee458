package org.newsbag.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * All that makes an archive of one bag the same bytes every time stands here: one time for every entry, owner 0, modes 0644 and 0755,
 * UTF-8 names, and nothing of the machine in the gzip header.
 */
final class ArchiveFormat {
    private static final int BUFFER = 1 << 16;
    private static final int FILE_MODE = 0100644;
    private static final int FOLDER_MODE = 040755;

    private ArchiveFormat() {}

    static ArchiveOutputStream<? extends ArchiveEntry> create(Path archive, Serialization form) throws IOException {
        var file = new BufferedOutputStream(
                Files.newOutputStream(archive, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER);
        return switch (form) {
            case NONE, TAR_ZST, TAR_XZ -> throw new IllegalArgumentException("no archive is written as " + form.id());
            case TAR -> tar(file);
            case TAR_GZ -> tar(new GzipCompressorOutputStream(file, gzip()));
            case ZIP -> zip(file);
        };
    }

    static ArchiveInputStream<? extends ArchiveEntry> open(Path archive, Serialization form) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(archive), BUFFER);
        return switch (form) {
            case NONE, TAR_ZST, TAR_XZ -> throw new IllegalArgumentException("no archive is written as " + form.id());
            case TAR -> new TarArchiveInputStream(file, "UTF-8");
            case TAR_GZ -> new TarArchiveInputStream(new GzipCompressorInputStream(file), "UTF-8");
            case ZIP -> new ZipArchiveInputStream(file, "UTF-8", true);
        };
    }

    static ArchiveEntry entry(Serialization form, String name, boolean folder, long size, Instant time) {
        var fullName = folder ? name + "/" : name;
        if (form == Serialization.ZIP) {
            var entry = new ZipArchiveEntry(fullName);
            entry.setTimeLocal(dosTime(time));
            entry.setUnixMode(folder ? FOLDER_MODE : FILE_MODE);
            if (!folder) entry.setSize(size);
            return entry;
        }
        var entry = new TarArchiveEntry(fullName, true);
        entry.setModTime(Date.from(time));
        entry.setMode(folder ? FOLDER_MODE : FILE_MODE);
        entry.setIds(0, 0);
        if (!folder) entry.setSize(size);
        return entry;
    }

    private static TarArchiveOutputStream tar(OutputStream out) {
        var tar = new TarArchiveOutputStream(out, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        return tar;
    }

    private static ZipArchiveOutputStream zip(OutputStream out) {
        var zip = new ZipArchiveOutputStream(out);
        zip.setEncoding(StandardCharsets.UTF_8.name());
        zip.setUseLanguageEncodingFlag(true);
        zip.setUseZip64(Zip64Mode.AsNeeded);
        return zip;
    }

    private static GzipParameters gzip() {
        var parameters = new GzipParameters();
        parameters.setOS(GzipParameters.OS.UNKNOWN);
        return parameters;
    }

    /** A zip's clock begins in 1980 and has no time zone: UTC is written. */
    private static LocalDateTime dosTime(Instant time) {
        var local = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        var first = LocalDateTime.of(1980, 1, 1, 0, 0);
        return local.isBefore(first) ? first : local;
    }
}
