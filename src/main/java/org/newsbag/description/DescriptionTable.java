package org.newsbag.description;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.newsbag.finding.Cell;
import org.newsbag.provenance.Evidence;
import org.newsbag.provenance.Field;
import org.newsbag.provenance.Status;

/**
 * The table that a person corrects in a spreadsheet: one row a file, one column a field, several values of one field parted by
 * {@code "; "} (a semicolon that belongs to one of several values is doubled). RFC 4180 with CRLF. A cell that a spreadsheet would run as a formula is written with an apostrophe before it.
 */
public final class DescriptionTable implements Closeable {
    static final String PATH = "path";
    static final Map<String, Field> COLUMNS = columns();

    /** Fields of which a document has one value: a semicolon in a headline parts nothing. */
    private static final Set<Field> SINGLE =
            Set.of(Field.HEADLINE, Field.KICKER, Field.DATELINE, Field.ISSUED, Field.MODIFIED);

    private static final List<String> INFORMATION = List.of("language", "extraction", "candidates");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CSVPrinter out;

    /** @param byteOrderMark whether to begin with the mark by which Excel knows UTF-8 */
    public DescriptionTable(Appendable out, boolean byteOrderMark) throws IOException {
        if (byteOrderMark) out.append(BYTE_ORDER_MARK);
        this.out = new CSVPrinter(out, CSVFormat.RFC4180);
        var header = new ArrayList<String>();
        header.add(PATH);
        header.addAll(COLUMNS.keySet());
        header.addAll(INFORMATION);
        this.out.printRecord(header);
    }

    public void add(DescribedFile file) throws IOException {
        var row = new ArrayList<String>();
        row.add(file.path());
        for (var field : COLUMNS.values())
            row.add(file.provenance()
                    .map(p -> joined(
                            field,
                            p.asserted(field).stream().map(Evidence::value).toList()))
                    .orElse(""));
        row.add(file.extraction().flatMap(e -> e.language()).map(l -> l.tag()).orElse(""));
        row.add(file.extraction().map(e -> e.outcome().id()).orElse(""));
        row.add(file.provenance()
                .map(p -> p.evidence().stream()
                        .filter(e -> e.status() == Status.CANDIDATE)
                        .map(e -> e.field().id() + ": " + e.value())
                        .collect(Collectors.joining("; ")))
                .orElse(""));
        out.printRecord(row.stream().map(Cell::disarm).toList());
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    /** The values of a field as one cell. A semicolon within one of several is doubled. */
    static String joined(Field field, List<String> values) {
        if (SINGLE.contains(field)) return String.join("; ", values);
        return values.stream().map(value -> value.replace(";", ";;")).collect(Collectors.joining("; "));
    }

    /** Undoes {@link #joined}; a person need not put a space behind the semicolon. */
    static List<String> split(Field field, String cell) {
        if (SINGLE.contains(field)) return cell.isBlank() ? List.of() : List.of(cell.strip());
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        for (int i = 0; i <= cell.length(); i++) {
            if (cell.startsWith(";;", i)) value.append(cell.charAt(i++));
            else if (i == cell.length() || cell.charAt(i) == ';') {
                if (!value.toString().isBlank()) values.add(value.toString().strip());
                value.setLength(0);
            } else value.append(cell.charAt(i));
        }
        return values;
    }

    private static Map<String, Field> columns() {
        var columns = new LinkedHashMap<String, Field>();
        columns.put("headline", Field.HEADLINE);
        columns.put("kicker", Field.KICKER);
        columns.put("outlet", Field.OUTLET);
        columns.put("dateline", Field.DATELINE);
        columns.put("place", Field.DATELINE_PLACE);
        columns.put("dateline_agency", Field.DATELINE_AGENCY);
        columns.put("byline", Field.BYLINE);
        columns.put("agency", Field.AGENCY);
        columns.put("republished_from", Field.REPUBLISHED_FROM);
        columns.put("cited", Field.CITED);
        columns.put("issued", Field.ISSUED);
        columns.put("modified", Field.MODIFIED);
        return columns;
    }
}
