package org.newsbag.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import org.newsbag.durable.Durability;
import org.newsbag.json.MalformedJson;
import org.newsbag.ledger.LedgerPlace.Server;
import org.newsbag.ledger.LedgerPlace.SqliteFile;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One connection to the database below a ledger, used by one thread at a time. What is written is on the disk when {@link #write} returns, or not written at all. */
final class Database implements AutoCloseable {
    private static final int BUSY_MILLISECONDS = 60_000;
    private static final int ROWS_AT_ONCE = 5_000;

    private final LedgerPlace place;
    private final Connection connection;
    private final Dialect dialect;

    /** What is done in one transaction. */
    interface Work<T> {
        T run(Database database) throws SQLException, IOException;
    }

    private Database(LedgerPlace place, Connection connection, Dialect dialect) {
        this.place = place;
        this.connection = connection;
        this.dialect = dialect;
    }

    /** @param isMade whether a file that is not there is to be made */
    static Database open(LedgerPlace place, boolean isMade) throws IOException {
        try {
            return place instanceof SqliteFile file
                    ? new Database(place, sqlite(file, isMade), Dialect.SQLITE)
                    : new Database(place, postgresql((Server) place), Dialect.POSTGRESQL);
        } catch (SQLException e) {
            throw failure(place, e);
        }
    }

    /**
     * Whether there is a file at the place.
     *
     * @throws IOException where that cannot be known, and where none may be made
     */
    static boolean isThere(SqliteFile place) throws IOException {
        var file = place.file().toAbsolutePath();
        if (file.toString().indexOf('?') >= 0)
            throw new NoLedger(
                    file
                            + ": the path of a ledger can hold no question mark, because what follows one is taken for settings. Name another.");
        boolean isThere = Files.exists(file);
        if (!isThere && !Files.notExists(file))
            throw new LedgerFailure(
                    "the ledger " + file
                            + " cannot be reached: there is no permission for a folder above it, or its disk is away",
                    false,
                    null);
        if (!isThere && Files.exists(file.resolveSibling(file.getFileName() + "-wal")))
            throw new NoLedger("there is no ledger " + file + ", but what was last written to it is there ("
                    + file.getFileName() + "-wal). Find the ledger before you go on.");
        return isThere;
    }

    private static Connection sqlite(SqliteFile place, boolean isMade) throws SQLException, IOException {
        var file = place.file().toAbsolutePath();
        boolean isThere = isThere(place);
        if (!isThere && !isMade)
            throw new NoLedger("there is no ledger " + file
                    + ". Name another with --ledger, or make one with: newsbag audit add FOLDER");
        if (Files.isDirectory(file)) throw new NoLedger(file + " is a folder; a ledger is a file.");
        Durability.createFolders(file.getParent());
        NativeLibrary.prepare();
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setCacheSize(-65_536); // kibibytes
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        var connection = source.getConnection();
        if (!isThere) Durability.force(file.getParent());
        return connection;
    }

    private static Connection postgresql(Server place) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(place.url());
        var connection = source.getConnection();
        connection.setAutoCommit(false); // else a long result is held whole
        return connection;
    }

    Dialect dialect() {
        return dialect;
    }

    LedgerPlace place() {
        return place;
    }

    /** Does something in one transaction, in which no other process writes. */
    synchronized <T> T write(Work<T> work) throws IOException {
        return transaction("BEGIN IMMEDIATE", Connection.TRANSACTION_READ_COMMITTED, work);
    }

    /** Reads what stands in the ledger at one moment. */
    synchronized <T> T read(Work<T> work) throws IOException {
        return transaction("BEGIN DEFERRED", Connection.TRANSACTION_REPEATABLE_READ, work);
    }

    private <T> T transaction(String begin, int isolation, Work<T> work) throws IOException {
        boolean isDone = false;
        try {
            begin(begin, isolation);
            var result = work.run(this);
            end("COMMIT");
            isDone = true;
            return result;
        } catch (SQLException e) {
            throw failure(place, e);
        } catch (IllegalArgumentException | DateTimeException | ClassCastException | MalformedJson e) {
            throw new LedgerFailure(
                    "the ledger " + place + " holds what newsbag does not write (" + e.getMessage()
                            + "). Ask: newsbag audit verify",
                    true,
                    e);
        } finally {
            if (!isDone) rollBack();
        }
    }

    private void begin(String sqlite, int isolation) throws SQLException {
        if (dialect == Dialect.SQLITE) {
            execute(sqlite);
            return;
        }
        if (connection.getTransactionIsolation() != isolation) {
            connection.rollback();
            connection.setTransactionIsolation(isolation);
        }
        // SQLite lets only one write at a time; here a lock that ends with the transaction does
        if (isolation == Connection.TRANSACTION_READ_COMMITTED)
            execute("SELECT pg_advisory_xact_lock(hashtext('newsbag ' || current_schema()))");
    }

    private void end(String how) throws SQLException {
        if (dialect == Dialect.SQLITE) execute(how);
        else connection.commit();
    }

    /** What failed is told; that the database could not even forget it is told by the next statement. */
    private void rollBack() {
        try {
            if (dialect == Dialect.POSTGRESQL) connection.rollback();
            else execute("ROLLBACK");
        } catch (SQLException e) {
            return; // SQLite has rolled back by itself where it could not write
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A statement with its parameters: numbers, texts, and bytes. */
    PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setFetchSize(dialect == Dialect.POSTGRESQL ? ROWS_AT_ONCE : 0);
        set(statement, parameters);
        return statement;
    }

    static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof byte[] bytes) statement.setBytes(i + 1, bytes);
            else if (parameters[i] instanceof Long number) statement.setLong(i + 1, number);
            else if (parameters[i] instanceof Integer number) statement.setInt(i + 1, number);
            else statement.setString(i + 1, (String) parameters[i]);
        }
    }

    /** Changes rows, and tells how many. */
    int update(String sql, Object... parameters) throws SQLException {
        try (var statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** What is done with each row of a result. */
    interface RowSink {
        void accept(ResultSet row) throws SQLException, IOException;
    }

    void each(RowSink sink, String sql, Object... parameters) throws SQLException, IOException {
        try (var statement = prepare(sql, parameters);
                var rows = statement.executeQuery()) {
            while (rows.next()) sink.accept(rows);
        }
    }

    /** The one number that a question has for an answer. */
    long number(String sql, Object... parameters) throws SQLException {
        try (var statement = prepare(sql, parameters);
                var rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    boolean hasTable(String name) throws SQLException {
        return dialect == Dialect.SQLITE
                ? number("SELECT count(*) FROM sqlite_master WHERE name = ?", name) > 0
                : number("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = ?", name)
                        > 0;
    }

    static LedgerFailure failure(LedgerPlace place, SQLException e) {
        return new LedgerFailure("the ledger " + place + ": " + reason(e), isDamage(e), e);
    }

    /** Also a table that is gone is damage: PostgreSQL's class 42. */
    private static boolean isDamage(SQLException e) {
        if (e instanceof SQLiteException sqlite)
            return switch (sqlite.getResultCode()) {
                case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_CORRUPT_VTAB, SQLITE_CORRUPT_INDEX, SQLITE_ERROR -> true;
                default -> false;
            };
        return e.getSQLState() != null && e.getSQLState().startsWith("42");
    }

    private static String reason(SQLException e) {
        var code = e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (code) {
            case SQLITE_FULL -> "its disk is full. What was recorded before stays";
            case SQLITE_IOERR, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_SHMOPEN ->
                "its disk is full, or cannot be written (" + e.getMessage() + "). What was recorded before stays";
            case SQLITE_NOTADB -> "it is damaged, or no ledger at all (" + e.getMessage() + ")";
            case SQLITE_CORRUPT, SQLITE_CORRUPT_VTAB, SQLITE_CORRUPT_INDEX ->
                "it is damaged (" + e.getMessage() + "). Keep the file as it is, and go on with its last copy";
            case SQLITE_BUSY -> "another program holds it; waited for a minute";
            case SQLITE_READONLY, SQLITE_READONLY_DIRECTORY, SQLITE_CANTOPEN ->
                "no permission to write it (" + e.getMessage() + ")";
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(place, e);
        }
    }
}
