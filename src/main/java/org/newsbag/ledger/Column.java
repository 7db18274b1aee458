package org.newsbag.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads columns that hold something in every row; in a damaged file they may not. */
final class Column {
    private Column() {}

    /** @throws IllegalArgumentException where there is nothing */
    static String text(ResultSet row, int column) throws SQLException {
        return there(row.getString(column), column);
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
