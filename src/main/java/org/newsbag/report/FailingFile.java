package org.newsbag.report;

/**
 * A file that is not what the ledger expects.
 *
 * @param outcome {@code altered}, {@code missing}, {@code unreadable}, {@code added}, {@code moved}
 * @param expected the checksum, such as {@code sha256:9c...}; empty where none is
 * @param found the checksum; empty where the file could not be read
 * @param detail in words; may be empty
 */
public record FailingFile(String path, String outcome, String expected, String found, String detail) {}
