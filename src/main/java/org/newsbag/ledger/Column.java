package org.newsbag.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads columns that hold something in every row; in a damaged file they may not. */
final class Column {
    /** No event is of a later time. */
    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Column() {}

    /** @throws IllegalArgumentException where there is nothing */
    static String text(ResultSet row, int column) throws SQLException {
        return there(row.getString(column), column);
    }

    /**
     * A time as it stands in an event.
     *
     * @throws IllegalArgumentException where there is nothing, or no such time ever was
     * @throws java.time.DateTimeException where it is no time
     */
    static Instant time(ResultSet row, int column) throws SQLException {
        var time = Instant.parse(text(row, column));
        if (time.isAfter(LATEST)) throw new IllegalArgumentException("a time that never was, " + time);
        return time;
    }

    /** @throws IllegalArgumentException where there is nothing */
    static byte[] bytes(ResultSet row, int column) throws SQLException {
        return there(row.getBytes(column), column);
    }

    private static <T> T there(T value, int column) {
        if (value == null) throw new IllegalArgumentException("a row without a value in column " + column);
        return value;
    }
}
