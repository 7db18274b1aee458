package org.newsbag.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/** The table of files that checks did not find intact. */
final class Failures {
    private Failures() {}

    static List<FileFailure> of(Database database, long event, int most) throws SQLException, IOException {
        var found = new ArrayList<FileFailure>();
        database.each(
                row -> found.add(read(Column.text(row, 1))),
                "SELECT body FROM failure WHERE event = ? ORDER BY path LIMIT ?",
                event,
                most);
        return found;
    }

    static List<FileFailure> of(Database database, long event, String path) throws SQLException, IOException {
        var found = new ArrayList<FileFailure>();
        database.each(
                row -> found.add(read(Column.text(row, 1))),
                "SELECT body FROM failure WHERE event = ? AND path = ?",
                event,
                path.getBytes(StandardCharsets.UTF_8));
        return found;
    }

    static FileFailure read(String body) {
        return FileFailure.read((JsonObject) Json.parse(body));
    }
}
