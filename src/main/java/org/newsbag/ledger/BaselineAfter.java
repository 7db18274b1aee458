package org.newsbag.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.newsbag.json.JsonObject;
import org.newsbag.path.RelativePath;

/**
 * What is expected of a bag once some changes are made to it.
 *
 * @param parts what an event says of each
 */
record BaselineAfter(IntactFiles whole, List<JsonObject> parts) {
    static BaselineAfter of(Database database, RegisteredBag bag, List<Part> parts, List<BaselineChange> changes)
            throws SQLException, IOException {
        var files = new ArrayList<KnownFile>();
        var pending = new TreeMap<String, BaselineChange>(RelativePath::compareUtf8);
        for (var change : changes) pending.put(change.path(), change);
        Rows.expected(database, bag.id(), bag.algorithm(), PathRange.ALL, Long.MAX_VALUE, file -> {
            if (!pending.containsKey(file.path())) files.add(file);
        });
        for (var change : changes) change.file().ifPresent(files::add);
        files.sort((a, b) -> RelativePath.compareUtf8(a.path(), b.path()));
        var ranges = parts.stream().map(Part::range).toList();
        return new BaselineAfter(IntactFiles.of(files), BagParts.describe(ranges, files));
    }
}
