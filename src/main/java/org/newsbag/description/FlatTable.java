package org.newsbag.description;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.newsbag.finding.Cell;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;

/**
 * Writes records in a {@link FlatForm}: RFC 4180, UTF-8, CRLF. Where several values share a cell, a value that holds the separator itself has it
 * replaced by a slash, and a finding says so.
 */
public final class FlatTable {
    private final FlatForm form;
    private final List<FlatForm.Column> columns;
    private final int[] widths;
    private final Findings findings;
    private CSVPrinter out;

    public FlatTable(FlatForm form, Findings findings) {
        this.form = form;
        this.columns = form.columns();
        this.widths = new int[columns.size()];
        this.findings = findings;
        java.util.Arrays.fill(widths, 1);
    }

    /** Whether every record has to be looked at by {@link #measure} before any is written. */
    public boolean isMeasured() {
        return form.separator().isEmpty();
    }

    /** Makes room for the values of a record, each in a column of its own. */
    public void measure(FlatRecord record) {
        for (int i = 0; i < widths.length; i++)
            widths[i] =
                    Math.max(widths[i], columns.get(i).values().apply(record).size());
    }

    /** Writes the line of headings. */
    public void begin(Appendable target) throws IOException {
        out = new CSVPrinter(target, CSVFormat.RFC4180);
        var header = new ArrayList<String>();
        for (int i = 0; i < widths.length; i++)
            for (int k = 0; k < widths[i]; k++) header.add(columns.get(i).name());
        out.printRecord(header);
    }

    public void add(FlatRecord record) throws IOException {
        var row = new ArrayList<String>();
        for (int i = 0; i < widths.length; i++) {
            var values = columns.get(i).values().apply(record);
            if (isMeasured()) for (int k = 0; k < widths[i]; k++) row.add(k < values.size() ? values.get(k) : "");
            else row.add(cell(columns.get(i), values, record));
        }
        out.printRecord(row);
    }

    private String cell(FlatForm.Column column, List<String> values, FlatRecord record) {
        var separator = form.separator();
        if (form == FlatForm.CSV)
            return Cell.disarm(
                    values.size() < 2
                            ? String.join("", values)
                            : String.join(
                                    separator,
                                    values.stream()
                                            .map(value -> value.replace(";", ";;"))
                                            .toList()));
        if (column.single() || values.stream().noneMatch(value -> value.contains(separator)))
            return String.join(separator, values);
        findings.add(
                FindingCode.EXPORT_SEPARATOR,
                record.path(),
                "A value for " + column.name() + " holds \"" + separator + "\", by which " + form.id()
                        + " parts values; \"/\" stands in its place in the table. The record in the bag is as it was.");
        return String.join(
                separator,
                values.stream().map(value -> value.replace(separator, "/")).toList());
    }
}
