package org.newsbag.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The numbered steps that bring a database to the tables of this newsbag. A step once released is never changed. */
final class Migrations {
    /** A name without a dialect is the same SQL for both. */
    private static final List<String> STEPS =
            List.of("0001-tables", "0002-append-only.*", "0003-order-of-reading", "0004-events-of-state");

    private static final String TABLE = "CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL)";

    private Migrations() {}

    /** Takes the steps that were not taken yet, within the transaction of the caller. */
    static void run(Database database) throws SQLException, IOException {
        if (!database.hasTable("migration")) database.execute(TABLE);
        long taken = database.number("SELECT max(number) FROM migration");
        if (taken > STEPS.size())
            throw new NoLedger("the ledger " + database.place() + " was made by a newer newsbag (step " + taken
                    + " of its tables; this one knows " + STEPS.size() + "). Use that one.");
        for (int i = (int) taken; i < STEPS.size(); i++) {
            var name = STEPS.get(i).replace("*", database.dialect().id());
            for (var statement : statements(name)) database.execute(statement);
            database.update("INSERT INTO migration (number, name) VALUES (?, ?)", i + 1, name);
        }
    }

    /** Every statement for a dialect, the first of which makes the table of the steps themselves. */
    static List<String> all(Dialect dialect) {
        var all = new ArrayList<String>();
        all.add(TABLE);
        for (var step : STEPS) all.addAll(List.of(statements(step.replace("*", dialect.id()))));
        return all;
    }

    /** Statements are parted by empty lines, because a trigger holds semicolons. */
    static String[] statements(String name) {
        try (var in = Migrations.class.getResourceAsStream(name + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n\n+");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
