package org.newsbag.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.newsbag.finding.Cell;

/**
 * All bags that are held, as a table for spreadsheets and programs: RFC 4180, UTF-8, CRLF; sizes in bytes, moments as in ISO 8601, in UTC. A text that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
public final class ReportTable {
    private final CSVPrinter table;

    /** Writes the line of headings. The target stays open. */
    public ReportTable(OutputStream out) throws IOException {
        table = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        table.printRecord("id", "location", "copy of", "files", "bytes", "last verified", "state");
    }

    /** Writes the line of one bag. */
    public void add(HeldBag bag) throws IOException {
        table.printRecord(
                bag.id(),
                Cell.disarm(bag.location()),
                Cell.disarm(bag.copyOf().orElse("")),
                bag.files(),
                bag.bytes(),
                bag.verified().map(Object::toString).orElse(""),
                Cell.disarm(bag.state()));
    }

    /** Hands all of it on to the target. */
    public void finish() throws IOException {
        table.flush();
    }
}
