package org.newsbag.packaging;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.newsbag.description.FlatForm;
import org.newsbag.description.FlatRecord;
import org.newsbag.description.FlatTable;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.json.Json;
import org.newsbag.json.MalformedJson;
import org.newsbag.store.BagStore;
import org.newsbag.store.StoredEntry;
import org.newsbag.store.UnknownForm;

/** The work "export": the records of a bag, which stays as it is, as a table for another system. */
public final class ExportRecords {
    /** Where in a bag its records stand. */
    public static final String RECORDS = "metadata/dublin-core.json";

    private interface Sink {
        void accept(FlatRecord record) throws IOException;
    }

    private ExportRecords() {}

    /**
     * Writes the table. Where the bag holds no records, or what stands there is none, an error is among the findings, and what was written is not
     * to be kept.
     *
     * @return how many records were written
     * @throws IOException where the bag cannot be read or the table not be written
     */
    public static long export(Path bag, FlatForm form, OutputStream target, Findings findings) throws IOException {
        try (var store = BagStore.open(bag)) {
            var files = new ArrayList<StoredEntry>();
            var payload = new long[1];
            store.list(
                    entry -> {
                        if (entry.isFile() && entry.path().startsWith("data/")) payload[0]++;
                        if (entry.isFile() && entry.path().equals(RECORDS)) files.add(entry);
                    },
                    new Findings());
            if (files.isEmpty()) {
                findings.add(
                        FindingCode.EXPORT_NO_RECORDS,
                        RECORDS,
                        "The bag holds no such file, so there is nothing to export. newsbag create writes it; describe its payload and make a bag of it.");
                return 0;
            }
            long records = table(store, files.get(0), form, target, findings);
            if (records != payload[0])
                findings.add(
                        FindingCode.EXPORT_RECORDS_DIFFER,
                        RECORDS,
                        "Expected a record for each of the " + payload[0] + " files of the payload, found " + records
                                + ". Validate the bag: it may have been altered after it was made.");
            return records;
        } catch (UnknownForm e) {
            findings.add(FindingCode.BAG_FORM_UNKNOWN, "", e.getMessage());
        } catch (MalformedJson e) {
            findings.add(
                    FindingCode.EXPORT_NO_RECORDS,
                    RECORDS,
                    "Expected JSON as newsbag writes it, found " + e.getMessage()
                            + ". Validate the bag: the file may be altered.");
        }
        return 0;
    }

    private static long table(
            BagStore store, StoredEntry records, FlatForm form, OutputStream target, Findings findings)
            throws IOException {
        var table = new FlatTable(form, findings);
        if (table.isMeasured()) each(store, records, table::measure);
        var out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        table.begin(out);
        var count = new long[1];
        each(store, records, record -> {
            table.add(record);
            count[0]++;
        });
        out.flush();
        return count[0];
    }

    /** One after the other, so that a million of them need no more memory than one. */
    private static void each(BagStore store, StoredEntry records, Sink sink) throws IOException {
        try (var in = store.open(records)) {
            Json.eachOf(in, "@graph", item -> {
                var record = FlatRecord.of(item);
                if (record.isPresent()) sink.accept(record.get());
            });
        }
    }

    /** The forms as they are typed. */
    public static List<String> forms() {
        return List.of(FlatForm.values()).stream().map(FlatForm::id).toList();
    }
}
