package org.newsbag.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsbag.json.MalformedJson;

/** The answer to a question, which comes in the order of the bags' numbers, taken bag by bag. */
final class ByBag<T> implements AutoCloseable {
    /** What no bag has for a number. */
    static final long NONE = Long.MAX_VALUE;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final int column;
    private final Reader<T> reader;
    private long next;

    /** What makes something of a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The rows of one bag.
     *
     * @param flaw of a row that is none of ours; the rows are then not all
     */
    record Rows<T>(List<T> all, Optional<String> flaw) {}

    /** @param column in which a row has the bag's number */
    ByBag(Database database, int column, Reader<T> reader, String sql) throws SQLException {
        this.column = column;
        this.reader = reader;
        statement = database.prepare(sql);
        rows = statement.executeQuery();
        advance();
    }

    private void advance() throws SQLException {
        next = rows.next() ? rows.getLong(column) : NONE;
    }

    /** The bag whose rows come next. */
    long next() {
        return next;
    }

    /** The rows of a bag, which are the next, or there are none. */
    Rows<T> of(long bag) throws SQLException {
        var all = new ArrayList<T>();
        var flaw = Optional.<String>empty();
        for (; next == bag && bag != NONE; advance())
            try {
                all.add(reader.read(rows));
            } catch (IllegalArgumentException | DateTimeException | ClassCastException | MalformedJson e) {
                flaw = Optional.of(String.valueOf(e.getMessage()));
            }
        return new Rows<>(all, flaw);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
