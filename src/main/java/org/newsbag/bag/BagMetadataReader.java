package org.newsbag.bag;

import static org.newsbag.finding.FindingCode.BAG_INFO_LENIENT;
import static org.newsbag.finding.FindingCode.BAG_INFO_MALFORMED;
import static org.newsbag.finding.FindingCode.TAG_FILE_LINE_TOO_LONG;
import static org.newsbag.finding.FindingCode.TAG_FILE_TOO_LONG;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Quote;

/** Reads metadata elements line by line, and unfolds them. */
final class BagMetadataReader {
    /** No bag's metadata are as long, in UTF-16 units; elements and their places count too. */
    private static final long LONGEST_FILE = 1L << 24;

    private static final int OF_EACH_LINE = 64;

    private final TagLines lines;
    private final BagVersion version;
    private final Findings findings;
    private final List<MetadataElement> elements = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private String label = "";
    private int begun;
    private long length;
    private boolean isTooLong;

    BagMetadataReader(TagLines lines, BagVersion version, Findings findings) {
        this.lines = lines;
        this.version = version;
        this.findings = findings;
    }

    List<MetadataElement> read() throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            length += line.length() + OF_EACH_LINE;
            if (length > LONGEST_FILE) {
                findings.add(
                        TAG_FILE_TOO_LONG,
                        lines.location(),
                        "Up to here the file has more than any bag's metadata. What follows was not read: this is no tag file, or it was made to fill memory. Restore it from another copy of the bag.");
                isTooLong = true;
                break;
            }
            if (line.isBlank()) malformed("The line is blank. Remove it.");
            else if (isWhite(line.charAt(0))) goOn(line);
            else begin(line);
        }
        end();
        return elements;
    }

    boolean isWhole() {
        return !isTooLong && lines.isWhole();
    }

    private void begin(String line) {
        end();
        int colon = line.indexOf(':');
        var name = colon < 0 ? "" : line.substring(0, colon).strip();
        if (name.isEmpty()) {
            malformed("expected \"Label: value\", found " + Quote.of(line) + ".");
            return;
        }
        if (!version.isBefore1()) checkForm(line, colon, name);
        label = name;
        begun = lines.number();
        value.append(line.substring(colon + 1).strip());
    }

    private void goOn(String line) {
        if (label.isEmpty()) {
            malformed(
                    "The line begins with white space, as the rest of a folded value does, but no label stands before it: "
                            + Quote.of(line) + ".");
            return;
        }
        if (value.length() > TagLines.LONGEST) return; // which was told
        value.append(value.length() == 0 ? "" : " ").append(line.strip());
        if (value.length() > TagLines.LONGEST)
            findings.add(
                    TAG_FILE_LINE_TOO_LONG,
                    lines.location(),
                    "The value that is folded up to here is longer than " + TagLines.LONGEST
                            + " characters. What follows of it was not read: this is no tag file, or its labels were lost. Restore it from another copy of the bag.");
    }

    private void end() {
        if (!label.isEmpty()) elements.add(new MetadataElement(label, value.toString(), begun));
        label = "";
        value.setLength(0);
    }

    /** BagIt 1.0: label, colon, one space or tab, value; no white space around the label. */
    private void checkForm(String line, int colon, String name) {
        if (name.length() != colon)
            malformed("The label has white space around it: expected " + Quote.of(name + ":") + ", found "
                    + Quote.of(line.substring(0, colon + 1)) + ".");
        if (colon + 1 == line.length() || !isWhite(line.charAt(colon + 1)))
            malformed("expected one space or tab after the colon, found " + Quote.of(line) + ".");
        else if (colon + 2 < line.length() && isWhite(line.charAt(colon + 2)))
            findings.add(
                    BAG_INFO_LENIENT,
                    lines.location(),
                    "More than one space or tab follows the colon in " + Quote.of(line)
                            + "; some readers take them for part of the value.");
    }

    private void malformed(String message) {
        findings.add(BAG_INFO_MALFORMED, lines.location(), message);
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c == '\t';
    }
}
