package org.newsbag.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.newsbag.finding.Cell;

/**
 * All bags that are held, as a table for spreadsheets and programs: RFC 4180, UTF-8, CRLF; sizes in bytes, moments as in ISO 8601, in UTC. A text that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
public final class ReportTable {
    private ReportTable() {}

    /** Writes a line of headings and one for each bag, in the order of the stream, which may be too long to hold. The target stays open. */
    public static void write(Stream<HeldBag> bags, OutputStream out) throws IOException {
        var table = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        table.printRecord("id", "location", "copy of", "files", "bytes", "last verified", "state");
        for (var each = bags.iterator(); each.hasNext(); ) {
            var bag = each.next();
            table.printRecord(
                    bag.id(),
                    Cell.disarm(bag.location()),
                    Cell.disarm(bag.copyOf().orElse("")),
                    bag.files(),
                    bag.bytes(),
                    bag.verified().map(Object::toString).orElse(""),
                    Cell.disarm(bag.state()));
        }
        table.flush();
    }
}
