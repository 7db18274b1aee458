package org.newsbag.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether a file of SQLite is made as newsbag makes it. SQLite takes a value of any kind in any column, and a view or a trigger in the place of any table: either can
 * hide rows from questions that are asked of them.
 */
final class SqliteForm {
    /** What {@code typeof} says of the values that a column of a type is for. */
    private static final Map<String, String> KINDS =
            Map.of("INTEGER", "integer", "BIGINT", "integer", "TEXT", "text", "BYTEA", "blob");

    private SqliteForm() {}

    /** What is made otherwise: each by the beginning of its SQL. */
    static List<String> differences(Database database) throws SQLException, IOException {
        var expected = new TreeSet<String>();
        for (var statement : Migrations.all(database.dialect()))
            if (statement.contains("CREATE ")) expected.add(statement.substring(statement.indexOf("CREATE ")));
        var found = new TreeSet<String>();
        database.each(
                row -> found.add(Column.text(row, 1)),
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'");
        var differences = new ArrayList<String>();
        for (var sql : found) if (!expected.contains(sql)) differences.add("it has \"" + beginning(sql) + "\"");
        for (var sql : expected) if (!found.contains(sql)) differences.add("it lacks \"" + beginning(sql) + "\"");
        return differences;
    }

    private static String beginning(String sql) {
        return sql.replaceFirst("(?s)^(\\S+ \\S+ \\S+).*", "$1");
    }

    /** A condition that holds for the rows of a table with a value of another kind than its columns are for. */
    static String strange(Database database, String table) throws SQLException, IOException {
        var conditions = new ArrayList<String>();
        database.each(
                row -> {
                    var column = Column.text(row, 2);
                    var kind = KINDS.get(Column.text(row, 3));
                    var others = row.getInt(4) == 0 ? "'" + kind + "', 'null'" : "'" + kind + "'";
                    if (kind != null) conditions.add("typeof(" + column + ") NOT IN (" + others + ")");
                },
                "PRAGMA table_info(" + table + ")");
        return conditions.isEmpty() ? "0" : String.join(" OR ", conditions);
    }

    /** The bags of which the tables that answer questions, or the columns by which events are found, hold a value of another kind. */
    static SortedSet<Long> bagsOfStrangeRows(Database database) throws SQLException, IOException {
        var bags = new TreeSet<Long>();
        for (var question : List.of(
                "id AS INTEGER) FROM bag WHERE " + strange(database, "bag"),
                "bag AS INTEGER) FROM part WHERE " + strange(database, "part"),
                "bag AS INTEGER) FROM event WHERE typeof(bag) NOT IN ('integer', 'null')",
                "bag AS INTEGER) FROM event WHERE typeof(kind) <> 'text'"))
            database.each(row -> bags.add(row.getLong(1)), "SELECT DISTINCT CAST(" + question);
        return bags;
    }
}
